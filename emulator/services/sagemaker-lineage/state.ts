import { Store } from '../../toolkit/store';
import type { Call, Json } from '../../toolkit/untyped';
import type { World } from '../../world';
import { notFound } from '../sagemaker/errors';
import type { Tags } from '../sagemaker/tags';

/** What the lineage API calls the things between which associations are made. */
export type EntityKind = 'Artifact' | 'Context' | 'Action';

/** An artifact, a context or an action as it was created, with what its Describe call answers. */
export interface Entity {
  readonly kind: EntityKind;
  readonly arn: string;
  /** `DataSet`, `Model`, `Endpoint`, or what its maker thought of. */
  readonly type: string;
  /** Undefined for an artifact that was given none. */
  name: string | undefined;
  readonly source: Json;
  properties: Readonly<Record<string, string>>;
  /** Description, status and metadata, by the API's member names. */
  members: Json;
}

/** An edge of the graph. SageMaker knows it by its two ends, whatever its type. */
export interface Association {
  readonly source: string;
  readonly destination: string;
  readonly type: string | undefined;
}

/** The account and region of a call: lineage of one is not seen from another. */
export type At = Pick<Call, 'account' | 'region'>;

/** All lineage of the emulated AWS. */
export class LineageState {
  private readonly entities = new Store<Entity>();
  private readonly edges = new Store<Association>();

  constructor(
    readonly world: Pick<World, 'newId' | 'moto' | 'organization'>,
    private readonly tags: Tags,
  ) {
    world.organization.onLeave((account) => this.forget(account));
  }

  all({ account, region }: At, kind?: EntityKind): readonly Entity[] {
    return this.entities.list(account, region).filter((entity) => kind === undefined || entity.kind === kind);
  }

  add({ account, region }: At, entity: Entity, tags: readonly Json[] | undefined): Entity {
    this.tags.create(entity.arn, tags);
    return this.entities.set(entity, account, region, entity.arn);
  }

  delete({ account, region }: At, { arn }: Entity): void {
    this.entities.delete(account, region, arn);
    this.tags.delete(arn);
  }

  /** By ARN, or by the name of its kind. */
  tryFind(at: At, kind: EntityKind, nameOrArn: unknown): Entity | undefined {
    return this.all(at, kind).find(({ name, arn }) => nameOrArn === arn || (name !== undefined && nameOrArn === name));
  }

  find(at: At, kind: EntityKind, nameOrArn: unknown): Entity {
    const found = this.tryFind(at, kind, nameOrArn);
    if (!found) throw notFound(`${kind} '${nameOrArn}' does not exist.`);
    return found;
  }

  associations({ account, region }: At): readonly Association[] {
    return this.edges.list(account, region);
  }

  tryAssociation({ account, region }: At, source: string, destination: string): Association | undefined {
    return this.edges.get(account, region, source, destination);
  }

  associate({ account, region }: At, association: Association): void {
    this.edges.set(association, account, region, association.source, association.destination);
  }

  dissociate({ account, region }: At, { source, destination }: Association): void {
    this.edges.delete(account, region, source, destination);
  }

  /** What a user made and would have to delete. */
  leftovers(): { readonly account: string; readonly resource: string }[] {
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

  private forget(account: string): void {
    for (const store of [this.entities, this.edges])
      for (const [[owner = '', ...rest]] of store.entries()) if (owner === account) store.delete(owner, ...rest);
  }
}
