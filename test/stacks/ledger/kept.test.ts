import { differenceOf } from '../../../stacks/ledger/difference';
import {
  addressesIn,
  inOneRegion,
  ledgerAfter,
  lockedLedger,
  removedIn,
  start,
  unitRenamed,
  withoutAi,
  withoutBedrock,
} from '../../support/ledger';
import { resources, synth, synthOne } from '../../support/synth';
import { type ZoneChange, zoneOf } from '../../support/zone';

const off = (change: ZoneChange): ZoneChange => ({ ...change, settings: { ...change.settings, protection: 'off' } });

describe('what is protected and leaves the landing zone', () => {
  const ledger = lockedLedger(start());

  it('is forgotten and not destroyed, with its companions', () => {
    const stack = synthOne(zoneOf({ ...withoutBedrock(start()), ledger }), 'ai-models');
    expect(removedIn(stack)).toEqual(
      expect.arrayContaining([
        'aws_iam_role.prompt-replication',
        'aws_kms_alias.prompts-key-eu-west-1-alias',
        'aws_kms_key.prompts-key-eu-west-1',
        'aws_s3_bucket.prompts-eu-west-1-bucket',
        'aws_s3_bucket_policy.prompts-eu-west-1-policy',
      ]),
    );
    expect(removedIn(stack)).not.toContain('aws_kms_key.data-key');
  });

  it('has a stack of its own still, where the stack leaves and the account stays', () => {
    const stack = synthOne(zoneOf({ ...withoutAi(start()), ledger }), 'ai-models');
    expect(addressesIn(stack)).toEqual([]);
    expect(removedIn(stack)).toEqual(expect.arrayContaining(['aws_s3_bucket.training-bucket', 'aws_kms_key.data-key']));
    expect(stack.json.provider.aws.length).toBeGreaterThan(0);
    expect(stack.json.terraform.backend).toBeDefined();
    expect(stack.dependencies).toEqual(['management']);
  });

  it('leaves the list where it comes back', () => {
    const left = lockedLedger({ ...withoutAi(start()), ledger });
    expect(left.kept).toEqual({ 'ai-models': ledger.protected['ai-models'] });
    expect(left.protected).not.toHaveProperty('ai-models');
    expect(removedIn(synthOne(zoneOf({ ...withoutAi(start()), ledger: left }), 'ai-models'))).toEqual(
      removedIn(synthOne(zoneOf({ ...withoutAi(start()), ledger }), 'ai-models')),
    );
    const came = synthOne(zoneOf({ ...start(), ledger: left }), 'ai-models');
    // What other stacks have today is forgotten in any case.
    expect(removedIn(came).filter((address) => !/^aws_(budgets|ce|cloudwatch_event)_/.test(address))).toEqual([]);
  });

  it('is destroyed while protection is off, and then leaves the ledger', () => {
    const torn = off(withoutAi(start()));
    expect(removedIn(synthOne(zoneOf({ ...torn, ledger }), 'ai-models'))).toEqual([]);
    expect(lockedLedger({ ...torn, ledger }).protected).not.toHaveProperty('ai-models');
  });

  it('keeps the administrator of Security Hub in a region that is retired', () => {
    const removed = removedIn(synthOne(zoneOf({ ...inOneRegion(start()), ledger }), 'security'));
    expect(removed.filter((address) => address.endsWith('eu-west-1'))).toEqual([
      'aws_securityhub_organization_admin_account.securityhub-delegation-eu-west-1',
      'aws_securityhub_account.securityhub-eu-west-1',
      'aws_securityhub_account.securityhub-management-eu-west-1',
    ]);
  });

  it('is nothing where there is no ledger', () => {
    const removed = (change: ZoneChange) => Object.values(synth(zoneOf(change))).flatMap(removedIn);
    expect(removed(withoutBedrock(start()))).toEqual(removed(start()));
  });
});

describe('the ledger', () => {
  const closing = (change: ZoneChange): ZoneChange => ({
    ...change,
    accounts:
      change.accounts?.map((each) => (each.ou === 'Sandbox' ? { ...each, state: 'closing' as const } : each)) ?? [],
  });

  it('lets an account go in two steps, and remembers it', () => {
    const plain = { ...start(), accounts: start().accounts?.filter(({ ai }) => !ai) ?? [] };
    const first = lockedLedger(plain);
    const second = lockedLedger({ ...closing(plain), ledger: first });
    expect(second.accounts.sandbox).toMatchObject({ key: 'sandbox', state: 'closing' });
    expect(second.protected.management).not.toHaveProperty(['aws_organizations_account.account-sandbox']);
    const without = { ...plain, accounts: plain.accounts.filter(({ name }) => name !== 'sandbox') };
    const zone = zoneOf({ ...without, ledger: second });
    expect(removedIn(synthOne(zone, 'management'))).toEqual([]);
    expect(lockedLedger({ ...without, ledger: second }).accounts.sandbox).toEqual({ key: 'sandbox', state: 'closed' });
  });

  it('says the same whatever the order of accounts, and twice the same', () => {
    const change = start();
    const ledger = lockedLedger(change);
    const reversed = { ...change, accounts: [...(change.accounts ?? [])].reverse() };
    expect(JSON.stringify(lockedLedger({ ...reversed, ledger }))).toBe(JSON.stringify(ledger));
  });
});

describe('the e-mail address of an account that exists', () => {
  const change = start();
  const ledger = lockedLedger(change);
  const zone = zoneOf({
    ...change,
    accounts:
      change.accounts?.map((each) => (each.ou === 'Sandbox' ? { ...each, email: 'new@example.com' } : each)) ?? [],
    ledger,
  });

  it('is left as it is in AWS, because Terraform would replace the account', () => {
    const accounts = resources(synthOne(zone, 'management'), 'aws_organizations_account');
    for (const account of Object.values(accounts)) expect(account.lifecycle.ignore_changes).toContain('email');
  });

  it('is for a person to change: the ledger is stale, and says how', () => {
    const { others } = differenceOf(ledger, ledgerAfter(zone));
    expect(others).toHaveLength(1);
    expect(others[0]).toContain('sandbox has another e-mail address, new@example.com: no deployment changes it');
    expect(others[0]).toContain("'aws account start-primary-email-update'");
  });
});

describe('an OU', () => {
  it('is renamed any number of times without another address', () => {
    const change = start();
    const ledger = lockedLedger(change);
    const once = unitRenamed(change, 'Sandbox', 'First');
    const second = lockedLedger({ ...once, ledger });
    const twice = unitRenamed(
      {
        ...once,
        settings: {
          ...once.settings,
          organizationalUnits: ['Security', 'Workloads/MachineLearning/Production', 'First', 'Suspended'],
        },
      },
      'First',
      'Second',
    );
    expect(zoneOf({ ...twice, ledger: second }).unitKeys.Second).toBe('Sandbox');
  });
});
