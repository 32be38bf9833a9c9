import { Store } from '../../toolkit/store';
import type { Call, Json } from '../../toolkit/untyped';
import type { World } from '../../world';

/** One fixed time for every timestamp, so that two runs answer alike. */
export const TIMESTAMP = '2025-01-01T00:00:00Z';

/** A guardrail with what it is and was: `DRAFT`, which changes, and numbered versions, which do not. */
export interface Guardrail {
  readonly id: string;
  readonly arn: string;
  readonly tags: Map<string, string>;
  /** Settings by version, as GetGuardrail shows them. */
  readonly versions: Map<string, Json>;
  lastVersion: number;
}

/** An application inference profile. */
export interface InferenceProfile {
  readonly id: string;
  readonly arn: string;
  readonly tags: Map<string, string>;
  readonly name: string;
  readonly description: string | undefined;
  readonly modelArns: readonly string[];
}

/** What Bedrock knows, by account, region and id; there is one configuration of logging in each account and region. */
export class BedrockState {
  readonly guardrails = new Store<Guardrail>();
  readonly inferenceProfiles = new Store<InferenceProfile>();
  readonly logging = new Store<Json>();
  readonly enforced = new Store<Json>();

  constructor(readonly world: World) {
    world.organization.onLeave((account) => {
      for (const store of [this.guardrails, this.inferenceProfiles, this.logging, this.enforced])
        for (const [key] of store.entries()) if (key[0] === account) store.delete(...key);
    });
  }
}

/** What is behind an identifier, which is an id or an ARN. */
export const idOf = (identifier: string): string => identifier.slice(identifier.lastIndexOf('/') + 1);

/** The ARN of a resource that the caller owns. */
export const arnOf = ({ account, region }: Pick<Call, 'account' | 'region'>, type: string, id: string): string =>
  `arn:aws:bedrock:${region}:${account}:${type}/${id}`;
