import { AwsError } from '../../toolkit/errors';
import { Store } from '../../toolkit/store';
import type { Call, Json } from '../../toolkit/untyped';
import type { World } from '../../world';

/** An anomaly monitor or a subscription to some. */
export interface Resource {
  readonly arn: string;
  settings: Json;
  readonly tags: Map<string, string>;
}

/** What Cost Explorer knows: a service without regions. */
export class CostExplorerState {
  /** By account and the last part of the ARN. */
  readonly monitors = new Store<Resource>();
  readonly subscriptions = new Store<Resource>();

  constructor(readonly world: World) {}

  /** A new resource with the settings and tags of the call. */
  create(store: Store<Resource>, { account, input }: Call, type: string, settings: Json): Resource {
    const id = this.world.newId(32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    const tags = (input.ResourceTags ?? []).map(({ Key, Value }: Json) => [Key, Value]);
    const resource: Resource = { arn: `arn:aws:ce::${account}:${type}/${id}`, settings, tags: new Map(tags) };
    return store.set(resource, account, id);
  }

  /** Refuses every call of a member until the management account has opened Cost Explorer. */
  checkEnabled({ account }: Call): void {
    const { costExplorer, managementAccount } = this.world.settings;
    if (!costExplorer && account !== managementAccount)
      throw new AwsError('AccessDeniedException', 'User not enabled for cost explorer access');
  }
}

/** What a caller hears when the input is outside its limits. */
export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

/** What a caller hears who names a monitor or subscription that the account does not have. */
export const unknown = (kind: 'Monitor' | 'Subscription', arn: string): AwsError =>
  new AwsError(`Unknown${kind}Exception`, `The ${kind.toLowerCase()} ${arn} does not exist.`);

/** The last part of an ARN, which resources are kept by. */
export const idOf = (arn: unknown): string => String(arn).split('/').at(-1) ?? '';
