import { keptTypes } from '../../../schema/facts/kept-types';
import type { Ledger } from '../../../schema/forms/ledger';
import { synthesizeLandingZone } from '../../../stacks';
import { differenceOf } from '../../../stacks/ledger/difference';
import { keptResources, takenUpResources } from '../../../stacks/ledger/kept-resources';
import { ledgerOf } from '../../../stacks/ledger/ledger-of';
import { readWrittenStacks } from '../../../stacks/ledger/written-stacks';
import {
  accountRenamed,
  importsIn,
  inOneRegion,
  lockedLedger,
  removedIn,
  start,
  withoutAi,
  withoutBedrock,
} from '../../support/ledger';
import { problemsThrownBy } from '../../support/problems';
import { find, outputOf, synth, synthOne } from '../../support/synth';
import { sampleModelCard, type ZoneChange, zoneOf } from '../../support/zone';

/** With a card, too, which is a stack of CloudFormation. */
const full = (): ZoneChange => ({ ...start(), modelCards: [{ ...sampleModelCard(), group: 'triage' }] });
const empty = (change = full()): ZoneChange => ({ ...withoutAi(change), modelCards: [] });
const set = (change: ZoneChange, settings: ZoneChange['settings']): ZoneChange => ({
  ...change,
  settings: { ...change.settings, ...settings },
});
/** The ledger after landing zones were locked one after the other. */
const lockedInTurn = (...changes: readonly ZoneChange[]): Ledger =>
  changes.slice(1).reduce((ledger, change) => lockedLedger({ ...change, ledger }), lockedLedger(changes[0] ?? {}));

const first = lockedLedger(full());
const left = lockedInTurn(full(), empty());
const aiOf = (change: ZoneChange, ledger: Ledger) => synthOne(zoneOf({ ...change, ledger }), 'ai-models');
const idsIn = (change: ZoneChange, ledger: Ledger): Record<string, string> =>
  Object.fromEntries(importsIn(aiOf(change, ledger)).map(({ to, id }) => [to, id]));

describe('what was kept and is written again', () => {
  const back = lockedInTurn(full(), empty(), full());

  it('is imported by the name that it has: everything of the kinds that AWS makes no second time', () => {
    const ids = idsIn(full(), left);
    const account = `\${data.terraform_remote_state.management.outputs.account_ids.models}`;
    expect(ids).toMatchObject({
      'aws_s3_bucket.models-bucket': `acme-ai-data-models-${account}`,
      'aws_kms_key.data-key': `\${data.aws_kms_alias.data-key.target_key_id}`,
      'aws_kms_alias.data-key-alias': 'alias/acme-ai-data',
      'aws_sagemaker_model_package_group.model-package-group-triage': 'triage',
      'aws_iam_role.prompt-replication': expect.stringContaining('acme-ai-prompt-replication'),
    });
    const cards = Object.keys(ids).filter((address) => address.startsWith('aws_cloudformation_stack.model-card-'));
    expect(cards).toHaveLength(1);
    expect(Object.keys(ids)).toEqual(expect.arrayContaining(Object.keys(first.protected['ai-models'] ?? {})));
  });

  it('has a key found by its alias, in the account and the region of the key', () => {
    const { json } = aiOf(full(), left);
    for (const [name, source] of Object.entries<{ provider: string; name: string }>(json.data.aws_kms_alias)) {
      expect(source.provider).toBe(json.resource.aws_kms_key[name].provider);
      expect(source.name).toMatch(/^alias\/acme-ai-/);
    }
    expect(Object.keys(json.data.aws_kms_alias)).toHaveLength(Object.keys(json.resource.aws_kms_key).length);
  });

  it('leaves out a companion that went by itself meanwhile: Terraform destroyed it', () => {
    const role = 'aws_iam_role.prompt-replication';
    const change = full();
    const uncopied: ZoneChange = {
      ...change,
      accounts: change.accounts?.map(({ ai, ...account }) => ({
        ...account,
        ...(ai && { ai: { ...ai, bedrock: { ...ai.bedrock, invocationLogging: { archive: false } } } }),
      })),
    };
    expect(idsIn(full(), back)).toHaveProperty([role]);
    const ledger = lockedLedger({ ...uncopied, ledger: back });
    expect(aiOf(uncopied, ledger).json.resource.aws_iam_role ?? {}).not.toHaveProperty('prompt-replication');
    expect(idsIn(full(), ledger)).not.toHaveProperty([role]);
  });

  it('is written the same once that is locked, so that it does not matter which is deployed', () => {
    expect(aiOf(full(), back).json).toEqual(aiOf(full(), left).json);
    expect(lockedLedger({ ...full(), ledger: back })).toEqual(back);
    expect(back.protected).toEqual(first.protected);
  });

  it('is imported in part where it comes back in part', () => {
    const part = lockedInTurn(full(), inOneRegion(full()));
    const imported = Object.keys(idsIn(full(), part));
    expect(imported).toContain('aws_kms_key.prompts-key-eu-west-1');
    expect(imported.filter((address) => !address.includes('eu-west-1'))).toEqual([]);
  });

  it('is imported where the account has another name by now', () => {
    const renamed = accountRenamed({ ...start(), accounts: start().accounts ?? [] }, 'models', 'workbench');
    const ids = idsIn(renamed, lockedInTurn(start(), withoutAi(start())));
    expect(ids).toEqual(idsIn(start(), lockedInTurn(start(), withoutAi(start()))));
    expect(Object.keys(ids)).toContain('aws_s3_bucket.models-bucket');
  });

  it('is not imported, and not kept once more, where a person has taken its line out: AWS has it no longer', () => {
    const { 'aws_s3_bucket.models-bucket': _, ...others } = left.kept['ai-models'] ?? {};
    const without = { ...left, kept: { 'ai-models': others } };
    expect(idsIn(full(), without)).not.toHaveProperty(['aws_s3_bucket.models-bucket']);
    expect(lockedLedger({ ...empty(), ledger: without })).toEqual(without);
    expect(lockedLedger({ ...full(), ledger: without }).kept['ai-models']).toEqual(others);
  });

  it('is forgotten and not destroyed when it leaves again', () => {
    expect(removedIn(aiOf(empty(), back))).toEqual(removedIn(aiOf(empty(), first)));
    expect(lockedLedger({ ...empty(), ledger: back })).toEqual(left);
  });

  it('is nothing where nothing ever left', () => {
    expect(aiOf(full(), first).json.import).toBeUndefined();
  });

  it('is imported in each of many accounts that are alike, whose stacks are written from one draft', () => {
    const madeRoles = [{ name: 'BreakGlass', trusts: [{ permissionSet: 'Emergency' }] }];
    const before = set(start(), { madeRoles });
    const stacks = synth(zoneOf({ ...before, ledger: lockedInTurn(before, start()) }));
    const holders = Object.values(stacks).filter(({ name }) => name.startsWith('account-'));
    expect(holders.length).toBeGreaterThan(3);
    const role = { to: 'aws_iam_role.exempt-role-BreakGlass', id: 'BreakGlass' };
    const withRole = holders.filter(({ json }) => json.resource.aws_iam_role?.['exempt-role-BreakGlass']);
    expect(withRole.length).toBeGreaterThan(2);
    for (const stack of withRole) expect(importsIn(stack)).toEqual([role]);
  });

  it('is said while it is new', () => {
    const stacksOf = (zone: ReturnType<typeof zoneOf>) => {
      let stacks = new Map() as ReturnType<typeof readWrittenStacks>;
      outputOf((outdir) => {
        synthesizeLandingZone(zone, { outdir });
        stacks = readWrittenStacks(outdir, ['ai-models']);
      });
      return stacks;
    };
    const said = (change: ZoneChange, ledger: Ledger) => {
      const zone = zoneOf({ ...change, ledger });
      const stacks = stacksOf(zone);
      return [keptResources(zone, stacks), takenUpResources(zone, stacks)].map((all) =>
        all.filter(({ stack }) => stack === 'ai-models').map(({ address }) => address),
      );
    };
    const all = Object.keys(first.protected['ai-models'] ?? {});
    expect(said(empty(), left)).toEqual([all, []]);
    expect(said(full(), left)).toEqual([[], all]);
    expect(said(full(), back)).toEqual([[], []]);
  });
});

describe('what was kept, while protection is off', () => {
  const off = (change: ZoneChange) => set(change, { protection: 'off' });

  it('is not made beside what AWS has: where it is written again that is refused', () => {
    const problems = problemsThrownBy(() => synth(zoneOf({ ...off(full()), ledger: left })));
    expect(problems.map(({ value }) => value)).toContain('aws_s3_bucket.models-bucket');
    for (const { file, field, rule } of problems)
      expect([file, field, rule]).toEqual(['landing-zone.lock.json', 'kept', expect.stringContaining('ai-models')]);
  });

  it('is known still, because AWS has it still, and however often it is locked', () => {
    for (const change of [off(empty()), off(full())]) {
      const once = lockedLedger({ ...change, ledger: left });
      expect(once.kept).toEqual(left.kept);
      expect(lockedLedger({ ...change, ledger: once })).toEqual(once);
    }
  });

  it('goes with everything where it came back before, and is not known then', () => {
    const back = lockedInTurn(full(), empty(), full());
    expect(aiOf(off(full()), back).json.import).toBeUndefined();
    for (const change of [off(full()), off(empty())])
      expect(lockedLedger({ ...change, ledger: back }).kept).toEqual({});
  });
});

describe('how the ledger says it', () => {
  const address = 'ai-models aws_s3_bucket.models-bucket';

  it.each([
    ['what leaves', first, empty(), `${address} is kept in AWS, out of Terraform`],
    ['what comes back', left, full(), `${address} is in the landing zone again`],
    [
      'what goes with everything',
      lockedInTurn(full(), empty(), full()),
      set(full(), { protection: 'off' }),
      `${address} is not kept any more`,
    ],
  ])('names %s', (_, ledger, change, line) => {
    const { others, newProtected } = differenceOf(ledger, ledgerOf(zoneOf({ ...change, ledger })));
    expect(others.filter((each) => each.startsWith(`${address} `))).toEqual([line]);
    expect(newProtected).not.toContain(address);
  });
});

describe('what is kept', () => {
  it('is of a type of which it is known how it comes back, and so is what is kept with it', () => {
    const known = Object.values(first.protected).flatMap((each) => Object.entries(each));
    const types = (addresses: readonly string[]) => [...new Set(addresses.map((each) => each.split('.')[0] ?? ''))];
    expect(Object.keys(keptTypes)).toEqual(expect.arrayContaining(types(known.map(([address]) => address))));
    const companions = types(known.flatMap(([, each]) => each));
    const putAgain =
      /^aws_(s3_bucket_\w+|iam_role_policy|iam_role_policy_attachment|sagemaker_model_package_group_policy)$/;
    expect(companions.filter((type) => !putAgain.test(type)).sort()).toEqual(['aws_iam_role', 'aws_kms_alias']);
  });

  it('is a run of Macie that is over: named again it runs again, and is one of the landing zone', () => {
    const jobs = 'aws_macie2_classification_job.';
    const runs = (known: Ledger['kept']) => Object.keys(known.compliance ?? {}).filter((each) => each.startsWith(jobs));
    const retired = lockedInTurn(start(), inOneRegion(start()));
    expect(runs(retired.kept).length).toBeGreaterThan(0);
    const again = lockedLedger({ ...start(), ledger: retired });
    expect(runs(again.kept)).toEqual([]);
    expect(runs(again.protected)).toEqual(expect.arrayContaining(runs(retired.kept)));
    expect(find(synth(zoneOf({ ...start(), ledger: retired })), 'compliance').json.import).toBeUndefined();
  });

  it('goes with an account that is closed', () => {
    const closing: ZoneChange = {
      ...withoutBedrock(start()),
      accounts: empty(start()).accounts?.map((each) =>
        each.name === 'models' ? { ...each, state: 'closing' as const } : each,
      ),
    };
    const gone = { ...closing, accounts: closing.accounts?.filter(({ name }) => name !== 'models') };
    const ledger = lockedInTurn(start(), withoutAi(start()), closing, gone);
    expect(ledger.accounts.models?.state).toBe('closed');
    expect(ledger.kept).toEqual({});
  });
});
