import type { ModelCardStatus, Tag } from '@aws-sdk/client-sagemaker';
import { Store } from '../../toolkit/store';
import { type Tags, tagMap } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Shape } from './api';
import { invalid } from './errors';

/** A model package group. */
export interface Group {
  readonly name: string;
  readonly arn: string;
  readonly description: string | undefined;
  readonly created: number;
  policy: string | undefined;
}

/** What a model card says from one change of its content to the next. */
export interface CardVersion {
  readonly number: number;
  readonly content: string;
  readonly created: number;
  status: ModelCardStatus;
}

/** A model card. */
export interface ModelCard {
  readonly name: string;
  readonly arn: string;
  readonly keyId: string | undefined;
  readonly created: number;
  newest: CardVersion;
  /** Oldest first. */
  readonly older: CardVersion[];
}

/** The tags of every resource of SageMaker, by its ARN. */
export class ResourceTags {
  private readonly byArn = new Map<string, Tags>();

  /** Notes a new resource with the tags that it was created with. */
  create(arn: string, tags: readonly Shape<Tag>[] | undefined): void {
    this.byArn.set(arn, tagMap(tags));
  }

  delete(arn: string): void {
    this.byArn.delete(arn);
  }

  find(arn: string | undefined): Tags {
    const known = this.byArn.get(arn ?? '');
    if (!known) throw invalid(`Resource ${arn} does not exist.`);
    return known;
  }
}

/** What SageMaker knows of registered models. */
export class SageMakerState {
  /** By account, region and name. */
  readonly groups = new Store<Group>();
  readonly cards = new Store<ModelCard>();
  readonly tags = new ResourceTags();

  constructor(readonly world: World) {}

  /** Everything of an account that is closed. */
  forget(account: string): void {
    for (const store of [this.groups, this.cards]) store.deleteAll(account);
  }
}

/**
 * The name of a model card or group.
 *
 * @throws AwsError where it breaks the pattern of `EntityName`
 */
export function entityName(name = ''): string {
  if (!/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/.test(name))
    throw invalid(`'${name}' does not satisfy the pattern [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`);
  return name;
}

/** The name in a name or an ARN: SageMaker takes either. */
export const nameIn = (nameOrArn = ''): string => nameOrArn.split('/').at(-1) ?? '';
