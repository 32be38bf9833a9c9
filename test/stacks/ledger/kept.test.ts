import * as fc from 'fast-check';
import { stackNames } from '../../../schema/facts/stack-names';
import type { AccountSpec } from '../../../schema/forms/account';
import type { Ledger } from '../../../schema/forms/ledger';
import { differenceOf } from '../../../stacks/ledger/difference';
import { ledgerOf } from '../../../stacks/ledger/ledger-of';
import { accountRenamed, lockedChange, lockedLedger, unitRenamed } from '../../support/ledger';
import { allResources, find, resources, type Stack, synth } from '../../support/synth';
import { type ZoneChange, zoneOf } from '../../support/zone';

const start = (): ZoneChange => ({ ...lockedChange(), modelCards: [] });

const removedIn = ({ json }: Stack): string[] =>
  ((json.removed ?? []) as { from: string; lifecycle: { destroy: boolean } }[])
    .filter(({ lifecycle }) => !lifecycle.destroy)
    .map(({ from }) => from);
const addressesIn = (stack: Stack): string[] => allResources(stack).map(({ type, name }) => `${type}.${name}`);

const editModels = (change: ZoneChange, edit: (account: AccountSpec) => AccountSpec): ZoneChange => ({
  ...change,
  accounts: change.accounts?.map((account) => (account.ai ? edit(account) : account)) ?? [],
});
const withoutAi = (change: ZoneChange) => editModels(change, ({ ai, ...account }) => account);
const withoutBedrock = (change: ZoneChange) =>
  editModels(change, ({ ai, ...account }) => ({ ...account, ai: ai && { ...ai, bedrock: undefined } }));
const inOneRegion = (change: ZoneChange): ZoneChange => ({
  ...change,
  settings: { ...change.settings, regions: ['eu-central-1'], retiredRegions: ['eu-west-1'] },
  accounts: change.accounts?.map(({ regions, ...account }) => account) ?? [],
});
const off = (change: ZoneChange): ZoneChange => ({ ...change, settings: { ...change.settings, protection: 'off' } });

describe('what is protected and leaves the landing zone', () => {
  const ledger = lockedLedger(start());

  it('is forgotten and not destroyed, with its companions', () => {
    const stack = find(synth(zoneOf({ ...withoutBedrock(start()), ledger })), 'ai-models');
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
    const stack = find(synth(zoneOf({ ...withoutAi(start()), ledger })), 'ai-models');
    expect(addressesIn(stack)).toEqual([]);
    expect(removedIn(stack)).toEqual(expect.arrayContaining(['aws_s3_bucket.training-bucket', 'aws_kms_key.data-key']));
    expect(stack.json.provider.aws.length).toBeGreaterThan(0);
    expect(stack.json.terraform.backend).toBeDefined();
    expect(stack.dependencies).toEqual(['management']);
  });

  it('leaves the list where it comes back', () => {
    const left = lockedLedger({ ...withoutAi(start()), ledger });
    expect(left).toEqual(ledger);
    expect(removedIn(find(synth(zoneOf({ ...start(), ledger: left })), 'ai-models'))).toEqual([]);
  });

  it('is destroyed while protection is off, and then leaves the ledger', () => {
    const torn = off(withoutAi(start()));
    expect(removedIn(find(synth(zoneOf({ ...torn, ledger })), 'ai-models'))).toEqual([]);
    expect(lockedLedger({ ...torn, ledger }).protected).not.toHaveProperty('ai-models');
  });

  it('keeps the administrator of Security Hub in a region that is retired', () => {
    const removed = removedIn(find(synth(zoneOf({ ...inOneRegion(start()), ledger })), 'security'));
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
    expect(removedIn(find(synth(zone), 'management'))).toEqual([]);
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
    const accounts = resources(find(synth(zone), 'management'), 'aws_organizations_account');
    for (const account of Object.values(accounts)) expect(account.lifecycle.ignore_changes).toContain('email');
  });

  it('is for a person to change: the ledger is stale, and says how', () => {
    const { others } = differenceOf(ledger, ledgerOf(zone));
    expect(others).toHaveLength(1);
    expect(others[0]).toContain('sandbox has another e-mail address, new@example.com: no deployment changes it');
    expect(others[0]).toContain("'aws account start-primary-email-update'");
  });
});

describe('any edits, one after the other, while protection is on', () => {
  const edits: Readonly<Record<string, (change: ZoneChange, at: number) => ZoneChange>> = {
    'drop ai': withoutAi,
    'drop bedrock': withoutBedrock,
    'retire a region': inOneRegion,
    'rename an account': (change, at) =>
      accountRenamed(change, change.accounts?.find(({ ou }) => ou === 'Sandbox')?.name ?? '', `a${at}`),
    'rename another': (change, at) =>
      accountRenamed(change, change.accounts?.find(({ ou }) => ou?.startsWith('Workloads'))?.name ?? '', `b${at}`),
    'come back to the region': (change) => ({ ...change, settings: start().settings ?? {} }),
  };
  /** As after `lock`: former names are not needed any more. */
  const settled = (change: ZoneChange): ZoneChange => ({
    ...change,
    accounts: change.accounts?.map(({ formerly, ...account }) => account) ?? [],
  });

  const first: Ledger = lockedLedger(start());

  it('lose nothing that is protected, and keep every address', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(edits)), { minLength: 1, maxLength: 4 }), (names) => {
        let change = start();
        let ledger = first;
        names.forEach((name, at) => {
          const edited = edits[name]?.(change, at) ?? change;
          const zone = zoneOf({ ...edited, ledger });
          const stacks = synth(zone);
          for (const [stack, known] of Object.entries(ledger.protected)) {
            const there = new Set([...addressesIn(find(stacks, stack)), ...removedIn(find(stacks, stack))]);
            expect(Object.keys(known).filter((address) => !there.has(address))).toEqual([]);
            for (const address of removedIn(find(stacks, stack)))
              expect(addressesIn(find(stacks, stack))).not.toContain(address);
          }
          const next = lockedLedger({ ...edited, ledger });
          for (const [stack, known] of Object.entries(ledger.protected))
            expect(Object.keys(next.protected[stack] ?? {})).toEqual(expect.arrayContaining(Object.keys(known)));
          expect(
            Object.values(next.accounts)
              .map(({ key }) => key)
              .sort(),
          ).toEqual(
            Object.values(ledger.accounts)
              .map(({ key }) => key)
              .sort(),
          );
          expect(zone.activeAccounts.map(stackNames.account).every((stack) => stacks[stack])).toBe(true);
          ledger = next;
          change = settled(edited);
        });
      }),
      { numRuns: 4 },
    );
  });

  it('rename an OU any number of times without another address', () => {
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
