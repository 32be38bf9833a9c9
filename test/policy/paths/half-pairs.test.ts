import { actionsPattern } from '../../../policy/iam/patterns';
import { writtenZone } from '../../support/proofs';
import { allowedWrites } from './allowed-writes';
import { guardedPatterns, unguardedHalves } from './half-pairs';

const patternsOf = (service: string, actions: string): readonly string[] =>
  actions.split(' ').map((name) => `${service}:${name}`);
const excused = Object.entries(allowedWrites).flatMap(([service, groups]) =>
  groups.flatMap(({ actions }) => patternsOf(service, actions)),
);

const guarded = guardedPatterns(writtenZone());
const advice =
  'deny it in the control that guards its other half, or give a reason in test/policy/paths/allowed-writes/';

/** What is neither denied nor excused, with what to do. */
const unexplained = async (patterns: readonly string[], excuses: readonly string[]): Promise<readonly string[]> => {
  const isExcused = actionsPattern(excuses);
  return (await unguardedHalves(patterns))
    .filter((action) => !isExcused(action))
    .map((action) => `${action}: ${advice}`);
};

describe('an action that writes, whose other half a control guards', () => {
  it('is denied as well, or has a reason not to be', async () => {
    expect(await unexplained(guarded, excused)).toEqual([]);
  });

  it('is found where AWS has a new one, or a control forgets one', async () => {
    const forgotten = guarded.filter((pattern) => pattern !== 'guardduty:DeleteMalwareProtectionPlan');
    expect(await unexplained(forgotten, excused)).toEqual([`guardduty:DeleteMalwareProtectionPlan: ${advice}`]);
  });

  it('is looked for in every service that controls guard by name', async () => {
    const services = new Set(guarded.map((pattern) => pattern.split(':')[0]));
    expect(services.size).toBeGreaterThan(25);
    expect((await unguardedHalves(guarded)).length).toBeGreaterThan(300);
  });
});

describe('what is denied only where there is no AI', () => {
  const isGuarded = actionsPattern(guarded);

  it('counts as guarded nowhere: it is free where models are', () => {
    const free = ['bedrock-agentcore:InvokeAgentRuntime', 'sagemaker:UpdateArtifact', 'bedrock:PrepareAgent'];
    expect(free.filter(isGuarded)).toEqual([]);
  });

  it('leaves every service of models looked for, by the controls that hold where models are', () => {
    const services = new Set(guarded.map((pattern) => pattern.split(':')[0]));
    const ofModels = ['bedrock', 'bedrock-agentcore', 'bedrock-mantle', 'sagemaker'];
    expect(ofModels.filter((service) => !services.has(service))).toEqual([]);
  });
});

describe('a reason', () => {
  it('is needed: each pattern has an action that nothing denies', async () => {
    const halves = await unguardedHalves(guarded);
    expect(excused.filter((pattern) => !halves.some(actionsPattern([pattern])))).toEqual([]);
  });

  it('excuses no whole service, and no verb of it but tags', () => {
    const verbs = /^(Create|Update|Delete|Put|Modify|Get|Batch|Stop|Set|Disable|Add|Remove|\*)\*?$/;
    const all = Object.values(allowedWrites).flatMap((groups) => groups.flatMap(({ actions }) => actions.split(' ')));
    expect(all.filter((name) => verbs.test(name))).toEqual([]);
  });
});
