import { byKeys } from '../../../schema/by-keys';
import { accountRenamed, lockedChange, lockedLedger, unitRenamed } from '../../support/ledger';
import { madeControl } from '../../support/made-control';
import { find, resource, type Stacks, synth, synthOne, withoutMadeOf } from '../../support/synth';
import { type ZoneChange, zoneOf } from '../../support/zone';

const change = lockedChange();
const before = synth(zoneOf(change));
const ledger = lockedLedger(change);
const accounts = change.accounts ?? [];

describe('an account that was renamed', () => {
  const renamed = accountRenamed(change, 'sandbox', 'playground');

  it('changes nothing that is synthesized: names are for people', () => {
    expect(synth(zoneOf({ ...renamed, ledger }))).toEqual(before);
  });

  it('may forget its former name once the ledger knows the new one, and be renamed again', () => {
    const second = lockedLedger({ ...renamed, ledger });
    expect(second.accounts.playground).toMatchObject({ key: 'sandbox', state: 'active' });
    expect(second.accounts).not.toHaveProperty('sandbox');
    const plain = renamed.accounts?.map(({ formerly, ...account }) => account) ?? [];
    expect(synth(zoneOf({ ...renamed, accounts: plain, ledger: second }))).toEqual(before);
    const again = accountRenamed({ ...change, accounts: plain }, 'playground', 'lab');
    expect(synth(zoneOf({ ...again, ledger: second }))).toEqual(before);
  });

  it('is trusted by the roles that trusted it, and has those that it had', () => {
    const made = (name: string): ZoneChange['settings'] => ({
      ...change.settings,
      madeRoles: [{ name: 'ModelApprover', trusts: [{ role: 'review/Board', account: name }], accounts: [name] }],
    });
    const role = (stacks: Stacks) =>
      resource(find(stacks, 'account-sandbox'), 'aws_iam_role', 'exempt-role-ModelApprover').assume_role_policy;
    const locked = { ...change, settings: made('sandbox') };
    expect(role(synth(zoneOf({ ...renamed, settings: made('playground'), ledger: lockedLedger(locked) })))).toBe(
      role(synth(zoneOf(locked))),
    );
  });

  it('is counted by the budgets that counted it', () => {
    const costs = { budgets: [{ name: 'labs', monthlyUsd: 10, accounts: ['playground', 'security'] }] };
    const { budgets } = byKeys(zoneOf({ ...renamed, settings: { ...renamed.settings, costs }, ledger })).costs;
    expect(budgets.map(({ accounts: counted }) => counted)).toEqual([['sandbox', 'security']]);
  });

  it('keeps the stack of its models, and the order of deployment', () => {
    const models = synth(zoneOf({ ...accountRenamed(change, 'models', 'brains'), modelCards: [], ledger }));
    expect(Object.keys(models)).toEqual(Object.keys(synth(zoneOf({ ...change, modelCards: [] }))));
  });
});

describe('an OU that was renamed', () => {
  const renamed = unitRenamed(change, 'Sandbox', 'Playground');
  const written = (stacks: Stacks) => Object.values(stacks).map(withoutMadeOf);

  it('has another name in AWS, and nothing else of it changes', () => {
    const after = synth(zoneOf({ ...renamed, ledger }));
    const unit = (stacks: Stacks) =>
      resource(find(stacks, 'management'), 'aws_organizations_organizational_unit', 'ou-Sandbox');
    expect(unit(after)).toMatchObject({ name: 'Playground' });
    Object.assign(unit(after), { name: 'Sandbox' });
    expect(written(after)).toEqual(written(before));
  });

  it('keeps the guardrails that the organization enforces in it', () => {
    const where = (settings: ZoneChange['settings'], unit: string) => {
      const organizationGuardrails = [{ name: 'house', where: { organizationalUnits: [unit] } }];
      const zone = zoneOf({
        ...renamed,
        settings: {
          ...settings,
          awsProvider: '~> 6.25',
          ai: { approvedModels: ['anthropic.*'], organizationGuardrails },
        },
        ledger,
      });
      return byKeys(zone).ai.organizationGuardrails[0]?.where;
    };
    expect(where(renamed.settings, 'Playground')).toEqual({ organizationalUnits: ['Sandbox'] });
  });

  it('takes along what is below it', () => {
    const tree = {
      ...change,
      settings: {
        ...change.settings,
        organizationalUnits: [
          'Security',
          { path: 'Work', formerly: 'Workloads' },
          'Work/MachineLearning/Production',
          'Sandbox',
          'Suspended',
        ],
      },
      accounts: accounts.map(({ ou, ...account }) => ({ ...account, ou: ou?.replace('Workloads', 'Work') })),
    } satisfies ZoneChange;
    const { unitKeys } = zoneOf({ ...tree, ledger });
    expect(unitKeys['Work/MachineLearning/Production']).toBe('Workloads/MachineLearning/Production');
    const plain = {
      ...tree,
      settings: {
        ...tree.settings,
        organizationalUnits: ['Security', 'Work/MachineLearning/Production', 'Sandbox', 'Suspended'],
      },
    };
    expect(zoneOf({ ...plain, ledger: lockedLedger({ ...tree, ledger }) }).unitKeys).toEqual(unitKeys);
  });

  it('has its policies renamed in place, under the addresses that they had', () => {
    const policyOf = (edited: ZoneChange, unit: string) => {
      const controls = [madeControl({ where: { organizationalUnits: [unit] } })];
      const management = synthOne(zoneOf({ ...edited, controls, ledger }), 'management');
      return resource(management, 'aws_organizations_policy', 'scp-sandbox-1');
    };
    expect(policyOf(change, 'Sandbox').name).toBe('acme-ai-sandbox-1');
    expect(policyOf(renamed, 'Playground').name).toBe('acme-ai-playground-1');
  });
});
