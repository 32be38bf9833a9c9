import control from '../../../controls/agentcore/agentcore-memory-encrypted';
import type { PlannedChange } from '../../../deployment/plan-judgement';
import type { withStandingZone } from '../../../rehearsal/change';
import { choose } from '../../../rehearsal/changes/choice';
import { rehearseChanges } from '../../../rehearsal/changes/rehearse-changes';
import { everyChange, type NamedChange } from '../../../rehearsal/changes/table';
import type { LandingZone } from '../../../schema/landing-zone';

const terraform = {
  name: 'terraform',
  program: 'terraform',
  registry: 'registry.terraform.io',
  version: '1.11.4',
} as const;
const rows = (...fields: readonly string[]): readonly NamedChange[] =>
  fields.flatMap((only) => choose(everyChange(), { only }));
const destroyed = (address: string): PlannedChange => ({
  address,
  type: address.split('.')[0] ?? '',
  action: 'destroy',
});

/** Rehearses rows where the plans of the log archive, and what is left after them, depend on the landing zone. */
async function rehearse(
  changes: readonly NamedChange[],
  planOf: (zone: LandingZone) => readonly PlannedChange[],
  driftOf: (zone: LandingZone) => string | undefined = () => undefined,
) {
  const zones: LandingZone[] = [];
  let stood = 0;
  const stand: typeof withStandingZone = async (_first, _options, work) => {
    stood += 1;
    await work({
      change: async (zone, { tryObjection } = {}) => {
        zones.push(zone);
        const planned = planOf(zone);
        const objection = tryObjection?.('log-archive', planned);
        if (objection !== undefined) throw new Error(objection);
        const drift: Record<string, string> = {};
        const left = driftOf(zone);
        if (left !== undefined) drift['log-archive'] = left;
        return { plans: { 'log-archive': planned }, drift };
      },
    });
  };
  const shipped = { controls: [{ file: 'controls/agentcore/agentcore-memory-encrypted.ts', value: control }] };
  const begun: string[] = [];
  const onBegin = (work: string) => void begun.push(work);
  const result = await rehearseChanges({ tools: { engine: terraform }, folder: '', shipped, changes, stand, onBegin });
  return { ...result, zones, stood, begun };
}

const retention = 'settings logs.retentionDays';
const archive = 'settings logs.archiveAfterDays';
const frequency = 'settings services.guardDuty.findingPublishingFrequency';

describe('a rehearsal of changes', () => {
  it('applies rows together, takes them back, and at last plans everything', async () => {
    const { failures, applied, zones } = await rehearse(rows(retention, archive), () => []);
    expect([failures, applied]).toEqual([[], [retention, archive]]);
    expect(zones.map(({ logs }) => [logs.retentionDays, logs.archiveAfterDays])).toEqual([
      [3000, 200],
      [2557, 180],
      [2557, 180],
    ]);
  });

  const bucket = [destroyed('aws_s3_bucket.trails')];

  it('halves a batch that fails until the row is found, on the same landing zone where it is as it was', async () => {
    const { failures, applied, stood, begun } = await rehearse(rows(retention, archive, frequency), ({ logs }) =>
      logs.archiveAfterDays === 200 ? bucket : [],
    );
    expect(failures).toEqual([{ field: archive, why: 'destroy log-archive/aws_s3_bucket.trails: it is protected' }]);
    expect([...applied].sort()).toEqual([retention, frequency].sort());
    expect(stood).toBe(1);
    const batches = begun.flatMap((work) => /^(batch .*) rows/.exec(work)?.[1] ?? []);
    expect(batches[0]).toBe('batch 1 of 1, with 3');
    expect(batches.at(-1)).toBe(`batch ${batches.length} of ${batches.length}, with 1`);
  });

  it('makes a new landing zone stand for what comes next where a failure cannot be taken back', async () => {
    let hasFailed = false;
    const { failures, applied, stood } = await rehearse(rows(retention, archive), ({ logs }) => {
      hasFailed ||= logs.archiveAfterDays === 200;
      return hasFailed && logs.archiveAfterDays === 180 ? bucket : [];
    });
    expect([failures.map(({ field }) => field), applied, stood]).toEqual([[retention, archive], [], 3]);
  });

  it('goes on where a plan takes away what no row announces, and tells all of it', async () => {
    const { failures, zones } = await rehearse(rows(retention), ({ logs }) =>
      logs.retentionDays === 3000 ? [destroyed('aws_sns_topic.one'), destroyed('aws_sns_topic.two')] : [],
    );
    expect(failures).toEqual([
      {
        field: retention,
        why: 'destroy log-archive/aws_sns_topic.one: unannounced\ndestroy log-archive/aws_sns_topic.two: unannounced',
      },
    ]);
    expect(zones.map(({ logs }) => logs.retentionDays).slice(0, 2)).toEqual([3000, 2557]);
  });

  it('fails at last where a plan would repair what a change left broken in a stack that was not looked at', async () => {
    const repaired: PlannedChange = { address: 'aws_sns_topic.one', type: 'aws_sns_topic', action: 'create' };
    const { failures } = await rehearse(rows(retention), () => [repaired]);
    expect(failures).toEqual([
      {
        field: 'everything, after every change was taken back',
        why: 'create log-archive/aws_sns_topic.one, though nothing is changed',
      },
    ]);
  });

  it('fails a row after which something is left to change, and one that loses less than it announces', async () => {
    const drifted = await rehearse(
      rows(archive),
      () => [],
      ({ logs }) => (logs.archiveAfterDays === 200 ? '~ lifecycle' : undefined),
    );
    expect(drifted.failures).toEqual([
      { field: archive, why: 'the plan of log-archive is not empty afterwards:\n~ lifecycle' },
    ]);
    const lock = rows('ai.dataLake.grants[].rows');
    expect((await rehearse(lock, () => [])).failures).toMatchObject([
      { why: expect.stringContaining('announces what is not lost') },
    ]);
  });

  it('knows what is refused and what changes no stack without applying anything', async () => {
    const { refused, words, unrehearsed, zones } = await rehearse(
      rows('settings name', 'settings engine', 'settings backend'),
      () => [],
    );
    expect([refused, words, unrehearsed.length, zones]).toEqual([['settings name'], ['settings engine'], 23, []]);
  });
});
