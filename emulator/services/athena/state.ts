import type { WorkGroupConfiguration, WorkGroupState } from '@aws-sdk/client-athena';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { Store } from '../../toolkit/store';
import type { Tags } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Shape } from './api';
import { invalid } from './errors';

/** What queries run under. */
export interface WorkGroup {
  readonly name: string;
  readonly arn: string;
  readonly created: number;
  description: string | undefined;
  state: WorkGroupState;
  configuration: Shape<WorkGroupConfiguration>;
  readonly tags: Tags;
}

/** A saved query. */
export interface NamedQuery {
  readonly id: string;
  readonly workgroup: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly database: string;
  readonly sql: string;
}

/** The workgroup that every account has in every region, and that nobody can delete. */
export const primary = 'primary';

/** Workgroups and saved queries of every account and region. */
export class AthenaState {
  /** By account, region and name. */
  readonly workgroups = new Store<WorkGroup>();
  /** By account, region and id. */
  readonly queries = new Store<NamedQuery>();

  constructor(readonly world: World) {}

  find(scope: Scope, name: string | undefined): WorkGroup {
    const known = this.workgroups.get(scope.account, scope.region, name ?? '');
    if (known) return known;
    if (name !== primary) throw invalid(`WorkGroup ${name} is not found.`);
    return this.add(scope, { name, description: undefined, configuration: {}, tags: new Map() });
  }

  add(scope: Scope, made: Omit<WorkGroup, 'arn' | 'created' | 'state'>): WorkGroup {
    const arn = arnOf('athena', scope, `workgroup/${made.name}`);
    const workgroup: WorkGroup = { ...made, arn, created: this.world.clock.seconds(), state: 'ENABLED' };
    return this.workgroups.set(workgroup, scope.account, scope.region, made.name);
  }

  /** Saved queries of one workgroup. */
  queriesIn({ account, region }: Scope, workgroup: string): readonly NamedQuery[] {
    return this.queries.list(account, region).filter((query) => query.workgroup === workgroup);
  }

  /** Everything of an account that is closed. */
  forget(account: string): void {
    for (const store of [this.workgroups, this.queries]) store.deleteAll(account);
  }
}
