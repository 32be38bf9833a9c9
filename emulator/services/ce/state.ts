import type {
  AnomalyMonitor,
  AnomalySubscription,
  CostAllocationTagStatus,
  ResourceTag,
} from '@aws-sdk/client-cost-explorer';
import { readArn } from '../../toolkit/arn';
import { newUuid } from '../../toolkit/ids';
import { type Leftover, Store } from '../../toolkit/store';
import { type Tags, tagMap } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Shape } from './api';
import { unknown } from './errors';

/** An anomaly monitor or a subscription to some. */
interface Resource<Settings> {
  readonly arn: string;
  settings: Settings;
  readonly tags: Tags;
}

/** Resources of one kind, by account and the last part of the ARN. */
export class Resources<Settings> {
  private readonly store = new Store<Resource<Settings>>();

  constructor(
    private readonly kind: 'Monitor' | 'Subscription',
    private readonly newId: World['newId'],
  ) {}

  /** A new resource, with its ARN. */
  create(account: string, settings: Settings, tags: readonly Shape<ResourceTag>[] | undefined): Resource<Settings> {
    const arn = `arn:aws:ce::${account}:anomaly${this.kind.toLowerCase()}/${newUuid(this.newId)}`;
    return this.store.set({ arn, settings, tags: tagMap(tags) }, account, idOf(arn));
  }

  list(account: string): readonly Resource<Settings>[] {
    return this.store.list(account);
  }

  /** Those of the ARNs, each of which the account must have; all where none are asked for. */
  listOf(account: string, arns: readonly string[] | undefined): readonly Resource<Settings>[] {
    return arns ? arns.map((arn) => this.find(account, arn)) : this.list(account);
  }

  find(account: string, arn: string | undefined): Resource<Settings> {
    const found = this.store.get(account, idOf(arn));
    if (found === undefined || found.arn !== arn) throw unknown(this.kind, arn);
    return found;
  }

  delete(account: string, arn: string | undefined): void {
    this.store.delete(account, idOf(this.find(account, arn).arn));
  }

  /** Everything of an account that is closed. */
  forget(account: string): void {
    this.store.deleteAll(account);
  }

  leftovers(): readonly Leftover[] {
    return this.store
      .entries()
      .map(([[account = ''], { arn }]) => ({ account, resource: `global ${readArn(arn).resource}` }));
  }
}

const idOf = (arn = ''): string => arn.split('/').at(-1) ?? '';

/** What Cost Explorer knows: a service without regions. */
export class CostExplorerState {
  readonly monitors: Resources<Shape<AnomalyMonitor>>;
  readonly subscriptions: Resources<Shape<AnomalySubscription>>;
  /** Of the account that pays, by key. They cannot be deleted, only switched off. */
  readonly allocationTags = new Map<string, CostAllocationTagStatus>();

  constructor(readonly world: World) {
    this.monitors = new Resources('Monitor', world.newId);
    this.subscriptions = new Resources('Subscription', world.newId);
  }
}
