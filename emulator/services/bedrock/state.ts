import type { AccountEnforcedGuardrailOutputConfiguration, LoggingConfig } from '@aws-sdk/client-bedrock';
import { Store } from '../../toolkit/store';
import type { Tags } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Output, Shape } from './api';

/** What a request makes of a guardrail, as GetGuardrail shows it. */
export type GuardrailSettings = Omit<Output<'GetGuardrail'>, 'guardrailId' | 'guardrailArn' | 'version' | 'status'>;

/** A guardrail with what it is and was: `DRAFT`, which changes, and numbered versions, which do not. */
export interface Guardrail {
  readonly id: string;
  readonly arn: string;
  readonly tags: Tags;
  /** Settings by version. */
  readonly versions: Map<string, GuardrailSettings>;
  lastVersion: number;
  /** Who beyond the account may apply it. */
  policy?: string | undefined;
}

/** An application inference profile. */
export interface InferenceProfile {
  readonly id: string;
  readonly arn: string;
  readonly tags: Tags;
  readonly name: string;
  readonly description: string | undefined;
  readonly modelArns: readonly string[];
  readonly createdAt: string;
}

/** What Bedrock knows, by account, region and id; there is one configuration of logging in each account and region. */
export class BedrockState {
  readonly guardrails = new Store<Guardrail>();
  readonly inferenceProfiles = new Store<InferenceProfile>();
  readonly logging = new Store<Shape<LoggingConfig>>();
  readonly enforced = new Store<Shape<AccountEnforcedGuardrailOutputConfiguration>>();

  constructor(readonly world: World) {
    world.organization.onLeave((account) => {
      for (const store of [this.guardrails, this.inferenceProfiles, this.logging, this.enforced])
        store.deleteAll(account);
    });
  }
}

/** What is behind an identifier, which is an id or an ARN. */
export const idOf = (identifier: string): string => identifier.slice(identifier.lastIndexOf('/') + 1);
