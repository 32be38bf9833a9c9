import { organizationPolicies } from '../../../policy/guardrails/organization-policies';
import { Evaluator } from '../../../policy/guardrails/simulation/evaluate';
import type { LandingZone } from '../../../schema/landing-zone';
import { boundAccounts, controlsDenying, evaluatorOf, isSample, writtenZone } from '../../support/proofs';
import { resources, type Stacks, synth } from '../../support/synth';
import { sampleAccounts, zoneOf } from '../../support/zone';

const guardrail = {
  'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:eu-central-1:123456789012:guardrail/a1b2c3d4e5f6:1',
};

/** Calls of models that keep every other rule, by whoever is bound least. */
const calls = [undefined, 'deployRole', 'breakGlass', 'modelApprovers'].flatMap((principal) =>
  ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream', 'bedrock:CreateModelInvocationJob'].map(
    (action) => ({
      action,
      principal,
    }),
  ),
);

/** Accounts and regions from which somebody may call a model. */
function callable(zone: LandingZone): readonly string[] {
  const evaluator = evaluatorOf(zone);
  const [approved = ''] = zone.ai.approvedModels;
  return boundAccounts(zone).flatMap(({ name: account }) =>
    zone.regions
      .filter((region) =>
        calls.some(
          (call) =>
            evaluator.evaluate({
              ...call,
              account,
              resource: `arn:aws:bedrock:${region}::foundation-model/${approved.replace('*', 'v1')}`,
              context: { ...guardrail, 'aws:RequestedRegion': region },
            }).allowed,
        ),
      )
      .map((region) => `${account} in ${region}`),
  );
}

/** Accounts and regions in which a stack logs what is asked of models. */
const logged = (zone: LandingZone, stacks: Stacks): readonly string[] =>
  boundAccounts(zone).flatMap(({ name, key }) => {
    const stack = stacks[`ai-${key}`];
    const made = stack ? resources(stack, 'aws_bedrock_model_invocation_logging_configuration') : {};
    return zone.regions
      .filter((region) => `invocation-logging-${region}` in made)
      .map((region) => `${name} in ${region}`);
  });

const withModels = (change: object) =>
  sampleAccounts().map((account) => (account.name === 'models' ? { ...account, ...change } : account));

describe('whoever may call a model is logged', () => {
  const zone = writtenZone();

  it('in every account of accounts/ and every region', () => {
    const recorded = logged(zone, synth(zone));
    expect(callable(zone).filter((place) => !recorded.includes(place))).toEqual([]);
    if (isSample(zone))
      expect(callable(zone)).toEqual(
        ['ml-development', 'ml-production', 'sandbox'].flatMap((name) =>
          zone.regions.map((region) => `${name} in ${region}`),
        ),
      );
  });

  it('and nobody else: without the control, accounts that log nothing could call models', () => {
    const sample = zoneOf();
    expect(callable(sample)).toEqual(sample.regions.map((region) => `models in ${region}`));
    const evaluator = new Evaluator(
      sample,
      organizationPolicies(
        zoneOf({ settings: { controls: { 'bedrock-logged-calls': { mode: 'off', reason: 'a test' } } } }),
      ),
    );
    const call = { account: 'log-archive', action: 'bedrock:InvokeModel', principal: 'deployRole' };
    expect(evaluator.evaluate(call).allowed).toBe(true);
    expect(controlsDenying(evaluatorOf(sample), call)).toEqual(['bedrock-logged-calls']);
  });

  it('also where an account has `ai` and logging is switched off, or has no `bedrock`', () => {
    for (const ai of [
      { dataClassification: 'internal' as const },
      { dataClassification: 'internal' as const, bedrock: { invocationLogging: { on: false } } },
    ])
      expect(callable(zoneOf({ accounts: withModels({ ai }), modelCards: [] }))).toEqual([]);
  });

  it('in the regions of the account, where it has not all of them', () => {
    const narrow = zoneOf({ accounts: withModels({ regions: ['eu-central-1', 'us-east-1'] }) });
    expect(callable(narrow)).toEqual(['models in eu-central-1', 'models in us-east-1']);
    const profile = 'arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.anthropic.claude-v1';
    const led = (context: object) => ({
      account: 'models',
      action: 'bedrock:InvokeModel',
      resource: 'arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v1',
      context: { ...guardrail, 'aws:RequestedRegion': 'eu-west-1', ...context },
    });
    const evaluator = evaluatorOf(narrow);
    expect(controlsDenying(evaluator, led({ 'bedrock:InferenceProfileArn': profile }))).toEqual([]);
    const unlogged = profile.replace('eu-central-1', 'eu-west-1');
    for (const context of [{}, { 'bedrock:InferenceProfileArn': unlogged }])
      expect(controlsDenying(evaluator, led(context))).toEqual(['bedrock-logged-regions']);
  });

  it('and several accounts with regions of their own call models where all of them log', () => {
    const ai = { dataClassification: 'internal' as const, bedrock: {} };
    const accounts = withModels({ regions: ['eu-central-1', 'us-east-1'] }).map((account) =>
      account.name === 'sandbox' ? { ...account, ai } : account,
    );
    expect(callable(zoneOf({ accounts }))).toEqual(['models in eu-central-1', 'sandbox in eu-central-1']);
  });
});
