import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLoss, type PlannedChange } from '../../deployment/plan-judgement';
import { type Changed, type StandingZone, withStandingZone } from '../../rehearsal/change';
import { triage } from '../../rehearsal/changes/small-model-card';
import type { AccountSpec } from '../../schema/forms/account';
import { emptyLedger, type Ledger } from '../../schema/forms/ledger';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { describeDeployed } from '../support/deployed';
import { sampleAccounts, sampleSettings, type ZoneChange, zoneOf } from '../support/zone';

const minutes = 60_000;
jest.setTimeout(30 * minutes);

const named = ['management', 'log-archive', 'security', 'models', 'sandbox'];
const { services } = sampleSettings();
const base = {
  settings: {
    regions: ['eu-central-1', 'eu-west-1'],
    services: { ...services, macie: {} },
  },
  controls: [],
  modelCards: [triage],
  accounts: sampleAccounts()
    .filter(({ name }) => named.includes(name))
    .map((account) => (account.name === 'models' ? withoutLake(account) : account)),
} satisfies ZoneChange;

/** What is short: models are called and registered, and nothing else is done with them. */
function withoutLake({ ai, ...account }: AccountSpec): AccountSpec {
  const registry = { groups: [{ name: 'triage', description: 'Sorts referrals by urgency' }] };
  return { ...account, ai: ai && { dataClassification: ai.dataClassification, bedrock: ai.bedrock, registry } };
}

type Edit = (change: ZoneChange) => ZoneChange;

/** Renames, and drops what each of the named edits drops, on top of each other. */
const editAccount =
  (name: string, edit: (account: AccountSpec) => AccountSpec | undefined): Edit =>
  ({ accounts = [], ...change }) => ({
    ...change,
    accounts: accounts.flatMap((account) => (account.name === name ? (edit(account) ?? []) : account)),
  });

const renamed: Edit = editAccount('sandbox', (account) => ({ ...account, name: 'playground', formerly: 'sandbox' }));
const shownAs: Edit = editAccount('playground', (account) => ({
  ...account,
  displayName: 'Data Science (Playground)',
}));
const withBudget: Edit = editAccount('playground', (account) => ({
  ...account,
  budget: { monthlyUsd: 500, alertsAtPercent: [20, 40, 60, 80, 100], forecastAtPercent: 'off' },
}));
const withoutBudget: Edit = editAccount('playground', ({ budget, ...account }) => account);
const otherUnit: Edit = ({ settings, accounts = [], ...change }) => ({
  ...change,
  settings: {
    ...settings,
    organizationalUnits: [
      'Security',
      'Workloads/MachineLearning/Production',
      { path: 'Playground', formerly: 'Sandbox' },
      'Suspended',
    ],
  },
  accounts: accounts.map((account) => (account.ou === 'Sandbox' ? { ...account, ou: 'Playground' } : account)),
});
const withoutBedrock: Edit = editAccount('models', ({ ai, ...account }) => ({
  ...account,
  ai: ai && { dataClassification: ai.dataClassification, registry: ai.registry },
}));
const withoutAi: Edit = (change) => ({
  ...editAccount('models', ({ ai, ...account }) => account)(change),
  modelCards: [],
});
/** Everything that was dropped is written again as it was, whatever else is called otherwise by now. */
const everythingAgain: Edit = ({ settings, accounts = [], ...change }) => ({
  ...change,
  settings: { ...settings, regions: base.settings.regions, retiredRegions: [] },
  modelCards: base.modelCards,
  accounts: accounts.map((account) => ({
    ...account,
    ...(account.name === 'models' && { ai: base.accounts.find(({ name }) => name === 'models')?.ai }),
  })),
});
const retired: Edit = ({ settings, accounts = [], ...change }) => ({
  ...change,
  settings: { ...settings, regions: ['eu-central-1'], retiredRegions: ['eu-west-1'] },
  accounts: accounts.map(({ regions, ...account }) => account),
});

const destroyed = ({ plans }: Changed): string[] =>
  Object.entries(plans).flatMap(([stack, changes]) =>
    changes.filter(isLoss).map(({ address, action }: PlannedChange) => `${stack} ${address} ${action}`),
  );

const protectedIn = (ledger: Ledger): Set<string> =>
  new Set(
    Object.entries(ledger.protected).flatMap(([stack, known]) =>
      Object.entries(known).flatMap(([address, companions]) =>
        [address, ...companions].map((each) => `${stack} ${each}`),
      ),
    ),
  );

describeDeployed('a change of what stands, with the ledger', (findTools) => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-change-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  let change: ZoneChange = base;
  let ledger = emptyLedger;
  let standing: StandingZone;
  let end: () => void;
  let over: Promise<void>;

  /** The landing zone with one more edit; it counts from then on where it is not refused. */
  const next = (edit: Edit): LandingZone => {
    const edited = edit(change);
    const zone = zoneOf({ ...edited, ledger });
    change = edited;
    return zone;
  };
  /** Applies the edit to what stands, then locks. */
  const apply = async (edit: Edit) => {
    const before = protectedIn(ledger);
    const zone = next(edit);
    const changed = await standing.change(zone);
    ledger = ledgerOf(zone);
    const lost = destroyed(changed).filter((each) => before.has(each.split(' ').slice(0, 2).join(' ')));
    return { ...changed, destroyed: destroyed(changed), lost };
  };

  beforeAll(async () => {
    const tools = findTools();
    const zone = zoneOf(base);
    ledger = ledgerOf(zone);
    await new Promise<void>((resolve, reject) => {
      over = withStandingZone(zone, { tools, folder, stacks: (name) => name !== 'compliance' }, async (stands) => {
        standing = stands;
        resolve();
        await new Promise<void>((done) => {
          end = done;
        });
      });
      over.catch(reject);
    });
  });
  afterAll(async () => {
    end?.();
    await over?.catch(() => undefined);
  });

  it('is refused where the file of an account is deleted', () => {
    expect(() => next(editAccount('sandbox', () => undefined))).toThrow(InvalidLandingZone);
  });

  it('is refused where an account has another name and does not say so', () => {
    expect(() => next(editAccount('sandbox', (account) => ({ ...account, name: 'playground' })))).toThrow(
      "write formerly: 'sandbox'",
    );
  });

  it('is none in AWS where the file of an account is renamed', async () => {
    expect(await apply(renamed)).toMatchObject({ plans: {}, drift: {} });
  });

  it('gives an account the name that AWS shows in place', async () => {
    const { plans, drift } = await apply(shownAs);
    expect(drift).toEqual({});
    expect(Object.keys(plans)).toEqual(['management']);
    expect(plans.management?.map(({ address, action }) => `${address} ${action}`)).toEqual([
      'aws_organizations_account.account-sandbox update',
    ]);
  });

  it('makes the budget of an account without models, and takes it away again', async () => {
    const made = ['aws_budgets_budget.account-sandbox', 'aws_ce_anomaly_monitor.account-sandbox-anomalies-monitor'];
    const { plans, drift } = await apply(withBudget);
    expect(drift).toEqual({});
    expect(Object.keys(plans)).toEqual(['cost']);
    expect(plans.cost?.map(({ address }) => address)).toEqual(expect.arrayContaining(made));
    const { destroyed: gone, drift: after } = await apply(withoutBudget);
    expect(after).toEqual({});
    expect(gone).toEqual(expect.arrayContaining(made.map((address) => `cost ${address} destroy`)));
  });

  it('renames an OU in place', async () => {
    const { plans, drift } = await apply(otherUnit);
    expect(drift).toEqual({});
    const type = 'aws_organizations_organizational_unit';
    expect(plans).toEqual({ management: [{ address: `${type}.ou-Sandbox`, type, action: 'update' }] });
  });

  it('keeps the record of what was asked of models where an account drops bedrock', async () => {
    const { plans, drift, lost } = await apply(withoutBedrock);
    expect({ drift, lost }).toEqual({ drift: {}, lost: [] });
    const forgotten = plans['ai-models']?.filter(({ action }) => action === 'forget').map(({ address }) => address);
    expect(forgotten).toEqual(
      expect.arrayContaining(['aws_kms_key.prompts-key-eu-west-1', 'aws_s3_bucket.prompts-eu-west-1-bucket']),
    );
  });

  it('keeps what is protected in a region that is retired, and gets through', async () => {
    const { plans, drift, lost } = await apply(retired);
    expect({ drift, lost }).toEqual({ drift: {}, lost: [] });
    const type = 'aws_securityhub_organization_admin_account';
    const address = `${type}.securityhub-delegation-eu-west-1`;
    expect(plans.security).toEqual(expect.arrayContaining([{ address, type, action: 'forget' }]));
  });

  it('keeps training data and models where an account drops ai', async () => {
    const { plans, drift, lost } = await apply(withoutAi);
    expect({ drift, lost }).toEqual({ drift: {}, lost: [] });
    const forgotten = plans['ai-models']?.filter(({ action }) => action === 'forget').map(({ address }) => address);
    expect(forgotten).toEqual(expect.arrayContaining(['aws_kms_key.data-key', 'aws_s3_bucket.training-bucket']));
  });

  it('takes up everything that it kept where that is written again, and makes none of it anew', async () => {
    const keptOnes = Object.entries(ledger.kept).flatMap(([stack, known]) =>
      Object.keys(known).map((address) => `${stack} ${address}`),
    );
    const types = ['aws_s3_bucket', 'aws_kms_key', 'aws_cloudformation_stack', 'aws_sagemaker_model_package_group'];
    for (const type of types) expect(keptOnes.filter((each) => each.includes(` ${type}.`))).not.toEqual([]);
    const { plans, drift, lost } = await apply(everythingAgain);
    expect({ drift, lost }).toEqual({ drift: {}, lost: [] });
    const planned = Object.entries(plans).flatMap(([stack, changes]) =>
      changes.map(({ address, type, action }) => ({ named: `${stack} ${address}`, type, action })),
    );
    const again = planned.filter(({ named }) => keptOnes.includes(named));
    expect(again.map(({ named }) => named).sort()).toEqual(keptOnes.sort());
    const aliases = planned.filter(({ type }) => type === 'aws_kms_alias');
    expect(aliases.length).toBeGreaterThan(0);
    expect([...again, ...aliases].filter(({ action }) => action !== 'import' && action !== 'update')).toEqual([]);
  });

  it('is none once that is locked', async () => {
    expect(await apply((same) => same)).toMatchObject({ plans: {}, drift: {} });
  });
});
