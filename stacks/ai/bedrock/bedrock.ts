import type { Construct } from 'constructs';
import type { Published } from '../../kernel/contract';
import { Part } from '../../kernel/part';
import { Guardrails, type PublishedGuardrail } from '../../parts/guardrails';
import type { AiContext } from '../context';
import type { bedrockContract } from '../contract';
import { EnforcedGuardrail } from './enforced-guardrail';
import { InferenceProfiles } from './inference-profiles';
import { InvocationAlarms } from './invocation-alarms';
import { InvocationLogging } from './invocation-logging';

/** What the account's file says of Bedrock: guardrails, the record of invocations, inference profiles. */
export class Bedrock extends Part {
  readonly published: Published<typeof bedrockContract>;

  constructor(scope: Construct, id: string, context: AiContext) {
    super(scope, id);
    const {
      invocationLogging,
      guardrails = [],
      enforcedGuardrail: name,
      inferenceProfiles = [],
      alarms,
    } = context.account.ai.bedrock ?? {};
    // Where nothing is recorded nobody calls models.
    if (alarms && invocationLogging?.on) new InvocationAlarms(this, 'invocation-alarms', { alarms });
    const made = new Guardrails(this, 'guardrails', { guardrails, regions: context.account.regions });
    if (name !== undefined) new EnforcedGuardrail(this, 'enforced-guardrail', { name, guardrails: made.guardrails });
    const each = (value: (guardrail: PublishedGuardrail) => string) =>
      Object.fromEntries(Object.entries(made.guardrails).map(([key, guardrail]) => [key, value(guardrail)]));
    this.published = {
      promptBuckets: invocationLogging?.on
        ? new InvocationLogging(this, 'invocation-logging', { ...context, ...invocationLogging }).buckets
        : {},
      guardrailIds: each(({ id }) => id),
      guardrailArns: each(({ arn }) => arn),
      guardrailVersions: each(({ version }) => version),
      guardrailKeyArns: made.keyArns,
      inferenceProfileArns: new InferenceProfiles(this, 'inference-profiles', inferenceProfiles).arns,
    };
  }
}
