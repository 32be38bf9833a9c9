import type { ModelCardStatus } from '@aws-sdk/client-sagemaker';
import { findKey } from '../../resource-policy-lookup';
import { Store } from '../../toolkit/store';
import type { Call, Handler, Json } from '../../toolkit/untyped';
import type { Moto } from '../../world';
import { CREATED, conflict, entityName, invalid, notFound } from './errors';
import { checkedContent } from './model-card-content';
import type { Tags } from './tags';

/** Source: botocore's model sagemaker/2017-07-24, ModelCardStatus. */
const modelCardStatuses: readonly ModelCardStatus[] = ['Draft', 'PendingReview', 'Approved', 'Archived'];

interface ModelCard {
  readonly name: string;
  readonly arn: string;
  readonly keyId: string | undefined;
  /** Oldest first: each change of the content is a new one. */
  readonly versions: { readonly content: string; status: string }[];
}

/** Model cards with their versions. */
export class ModelCards {
  private readonly cards = new Store<ModelCard>();

  readonly operations: Readonly<Record<string, Handler>> = {
    CreateModelCard: (call) => this.create(call),
    UpdateModelCard: (call) => this.update(call),
    DescribeModelCard: (call) => describe(this.find(call), call.input.ModelCardVersion),
    DeleteModelCard: (call) => {
      const { arn, name } = this.find(call);
      this.cards.delete(call.account, call.region, name);
      this.tags.delete(arn);
      return {};
    },
    ListModelCards: ({ account, region, input }) => ({
      ModelCardSummaries: this.cards
        .list(account, region)
        .map((card) => summary(card, card.versions.length))
        .filter(({ ModelCardStatus }) => [undefined, ModelCardStatus].includes(input.ModelCardStatus)),
    }),
    ListModelCardVersions: (call) => {
      const card = this.find(call);
      const newestFirst = card.versions.map((_, index) => card.versions.length - index);
      return {
        ModelCardVersionSummaryList: newestFirst.map((version) => ({
          ...summary(card, version),
          ModelCardVersion: version,
        })),
      };
    },
  };

  constructor(
    private readonly moto: Moto,
    private readonly tags: Tags,
  ) {}

  leftovers(): { readonly account: string; readonly resource: string }[] {
    return this.cards
      .entries()
      .map(([[account = '', region, name]]) => ({ account, resource: `${region} model-card ${name}` }));
  }

  /** Everything of an account that is closed. */
  forget(account: string): void {
    for (const [[owner = '', region = '', name = '']] of this.cards.entries())
      if (owner === account) this.cards.delete(owner, region, name);
  }

  private async create({ account, region, input }: Call): Promise<Json> {
    const name = entityName(input.ModelCardName);
    if (this.cards.get(account, region, name)) throw conflict(`Model card already exists: ${name}`);
    const status = checkedStatus(input.ModelCardStatus);
    const content = checkedContent(input.Content);
    const keyId = input.SecurityConfig?.KmsKeyId;
    if (keyId !== undefined && !(await findKey(this.moto, keyId, { account, region }))?.enabled)
      throw invalid(`KMS key ${keyId} does not exist or is not enabled.`);
    const arn = `arn:aws:sagemaker:${region}:${account}:model-card/${name}`;
    this.cards.set({ name, arn, keyId, versions: [{ content, status }] }, account, region, name);
    this.tags.create(arn, input.Tags);
    return { ModelCardArn: arn };
  }

  private update(call: Call): Json {
    const { Content, ModelCardStatus } = call.input;
    const { arn, versions } = this.find(call);
    const newest = versions.at(-1);
    if (Content !== undefined && ModelCardStatus !== undefined)
      throw invalid('You cannot update both model card content and model card status in a single call.');
    if (newest?.status === 'Archived') throw conflict('The model card is archived: no more updates can be made to it.');
    if (Content !== undefined && newest) versions.push({ content: checkedContent(Content), status: newest.status });
    if (ModelCardStatus !== undefined && newest) newest.status = checkedStatus(ModelCardStatus);
    return { ModelCardArn: arn };
  }

  /** By name or by ARN. */
  private find({ account, region, input }: Call): ModelCard {
    const name = String(input.ModelCardName).split('/').at(-1) ?? '';
    const card = this.cards.get(account, region, name);
    if (!card) throw notFound(`Model card ${name} does not exist.`);
    return card;
  }
}

function checkedStatus(status: unknown): string {
  if (!modelCardStatuses.some((known) => known === status))
    throw invalid(`'${status}' is no status of a model card: ${modelCardStatuses.join(', ')}`);
  return String(status);
}

function describe(card: ModelCard, version = card.versions.length): Json {
  const found = card.versions[version - 1];
  if (!found) throw notFound(`Model card ${card.name} has no version ${version}.`);
  return {
    ...summary(card, version),
    ModelCardVersion: version,
    Content: found.content,
    ...(card.keyId !== undefined && { SecurityConfig: { KmsKeyId: card.keyId } }),
    CreatedBy: {},
  };
}

const summary = ({ name, arn, versions }: ModelCard, version: number): Json => ({
  ModelCardName: name,
  ModelCardArn: arn,
  ModelCardStatus: versions[version - 1]?.status,
  CreationTime: CREATED,
});
