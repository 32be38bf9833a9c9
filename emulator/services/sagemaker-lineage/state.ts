import type { ActionSource, ActionStatus, ArtifactSource, AssociationEdgeType, Tag } from '@aws-sdk/client-sagemaker';
import type { Scope } from '../../toolkit/call';
import { type Leftover, Store } from '../../toolkit/store';
import type { World } from '../../world';
import type { Shape } from '../sagemaker/api';
import { notFound } from '../sagemaker/errors';
import type { ResourceTags } from '../sagemaker/state';

/** What the lineage API calls the things between which associations are made. */
export type EntityKind = 'Artifact' | 'Context' | 'Action';

/** Where an entity is or comes from. Contexts and actions have the same members, and artifacts some others. */
export type Source = Shape<ArtifactSource & ActionSource>;

/** An artifact, a context or an action. */
export interface Entity {
  readonly kind: EntityKind;
  readonly arn: string;
  /** `DataSet`, `Model`, `Endpoint`, or what its maker thought of. */
  readonly type: string;
  /** Undefined for an artifact that was given none. */
  name: string | undefined;
  readonly source: Source;
  properties: Readonly<Record<string, string>>;
  description: string | undefined;
  status: ActionStatus | undefined;
  readonly created: number;
  modified: number;
}

/** An edge of the graph. SageMaker knows it by its two ends, whatever its type. */
export interface Association {
  readonly source: string;
  readonly destination: string;
  readonly type: AssociationEdgeType | undefined;
}

/** All lineage of the emulated AWS: that of one account and region is not seen from another. */
export class LineageState {
  private readonly entities = new Store<Entity>();
  private readonly edges = new Store<Association>();

  constructor(
    readonly world: Pick<World, 'newId' | 'moto' | 'clock'>,
    private readonly tags: ResourceTags,
  ) {}

  all({ account, region }: Scope, kind: EntityKind): readonly Entity[] {
    return this.entities.list(account, region).filter((entity) => entity.kind === kind);
  }

  add({ account, region }: Scope, entity: Entity, tags: readonly Shape<Tag>[] | undefined): Entity {
    this.tags.create(entity.arn, tags);
    return this.entities.set(entity, account, region, entity.arn);
  }

  delete({ account, region }: Scope, { arn }: Entity): void {
    this.entities.delete(account, region, arn);
    this.tags.delete(arn);
  }

  /** By ARN, or by the name of its kind. */
  tryFind(scope: Scope, kind: EntityKind, nameOrArn: string | undefined): Entity | undefined {
    if (nameOrArn === undefined) return undefined;
    return this.all(scope, kind).find(({ name, arn }) => nameOrArn === arn || nameOrArn === name);
  }

  find(scope: Scope, kind: EntityKind, nameOrArn: string | undefined): Entity {
    const found = this.tryFind(scope, kind, nameOrArn);
    if (!found) throw notFound(`${kind} '${nameOrArn}' does not exist.`);
    return found;
  }

  associations({ account, region }: Scope): readonly Association[] {
    return this.edges.list(account, region);
  }

  tryAssociation({ account, region }: Scope, source = '', destination = ''): Association | undefined {
    return this.edges.get(account, region, source, destination);
  }

  associate({ account, region }: Scope, association: Association): void {
    this.edges.set(association, account, region, association.source, association.destination);
  }

  dissociate({ account, region }: Scope, { source, destination }: Association): void {
    this.edges.delete(account, region, source, destination);
  }

  /** What a user made and would have to delete. */
  leftovers(): readonly Leftover[] {
    const entities = this.entities.entries().map(([[account = '', region], { kind, arn }]) => ({
      account,
      resource: `${region} lineage-${kind.toLowerCase()} ${arn}`,
    }));
    const edges = this.edges.entries().map(([[account = '', region], { source, destination }]) => ({
      account,
      resource: `${region} lineage-association ${source} ${destination}`,
    }));
    return [...entities, ...edges];
  }

  /** Everything of an account that is closed. */
  forget(account: string): void {
    for (const store of [this.entities, this.edges]) store.deleteAll(account);
  }
}
