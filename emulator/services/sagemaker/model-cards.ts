import type { ModelCardStatus, ModelCardSummary, ModelCardVersionSummary } from '@aws-sdk/client-sagemaker';
import { findKey } from '../../resource-policy-lookup';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import type { SageMakerCall, SageMakerOperations, Shape } from './api';
import { conflict, invalid, notFound } from './errors';
import { checkedContent } from './model-card-content';
import { type CardVersion, entityName, type ModelCard, nameIn, type SageMakerState } from './state';

/** Source: botocore's model sagemaker/2017-07-24, ModelCardStatus. */
const statuses: readonly ModelCardStatus[] = ['Draft', 'PendingReview', 'Approved', 'Archived'];

/** Model cards with their versions. */
export const modelCardOperations = (state: SageMakerState): SageMakerOperations => ({
  CreateModelCard: (call) => create(state, call),
  UpdateModelCard: (call) => update(state, call),
  DescribeModelCard: (call) => describe(find(state, call, call.input.ModelCardName), call.input.ModelCardVersion),
  DeleteModelCard: (call) => {
    const { arn, name } = find(state, call, call.input.ModelCardName);
    state.cards.delete(call.account, call.region, name);
    state.tags.delete(arn);
    return {};
  },
  ListModelCards: ({ account, region, input }) => ({
    ModelCardSummaries: state.cards
      .list(account, region)
      .map((card) => summary(card, card.newest))
      .filter(({ ModelCardStatus }) => [undefined, ModelCardStatus].includes(input.ModelCardStatus)),
  }),
  ListModelCardVersions: (call) => {
    const card = find(state, call, call.input.ModelCardName);
    const newestFirst = [card.newest, ...card.older.toReversed()];
    return { ModelCardVersionSummaryList: newestFirst.map((version) => versionSummary(card, version)) };
  },
});

async function create(state: SageMakerState, call: SageMakerCall<'CreateModelCard'>) {
  const { account, region, input } = call;
  const { moto, clock } = state.world;
  const name = entityName(input.ModelCardName);
  if (state.cards.get(account, region, name)) throw conflict(`Model card already exists: ${name}`);
  const status = checkedStatus(input.ModelCardStatus);
  const content = checkedContent(input.Content);
  const keyId = input.SecurityConfig?.KmsKeyId;
  if (keyId !== undefined && !(await findKey(moto, keyId, { account, region }))?.enabled)
    throw invalid(`KMS key ${keyId} does not exist or is not enabled.`);
  const arn = arnOf('sagemaker', call, `model-card/${name}`);
  const created = clock.seconds();
  const newest = { number: 1, content, created, status };
  state.cards.set({ name, arn, keyId, created, newest, older: [] }, account, region, name);
  state.tags.create(arn, input.Tags);
  return { ModelCardArn: arn };
}

function update(state: SageMakerState, call: SageMakerCall<'UpdateModelCard'>) {
  const { ModelCardName, Content, ModelCardStatus } = call.input;
  const card = find(state, call, ModelCardName);
  const { arn, newest, older } = card;
  if (Content !== undefined && ModelCardStatus !== undefined)
    throw invalid('You cannot update both model card content and model card status in a single call.');
  if (newest.status === 'Archived') throw conflict('The model card is archived: no more updates can be made to it.');
  if (Content !== undefined) {
    const content = checkedContent(Content);
    older.push(newest);
    card.newest = { ...newest, number: newest.number + 1, content, created: state.world.clock.seconds() };
  }
  if (ModelCardStatus !== undefined) newest.status = checkedStatus(ModelCardStatus);
  return { ModelCardArn: arn };
}

function find(state: SageMakerState, { account, region }: Scope, nameOrArn: string | undefined): ModelCard {
  const name = nameIn(nameOrArn);
  const card = state.cards.get(account, region, name);
  if (!card) throw notFound(`Model card ${name} does not exist.`);
  return card;
}

function checkedStatus(status: ModelCardStatus | undefined): ModelCardStatus {
  if (status !== undefined && statuses.includes(status)) return status;
  throw invalid(`'${status}' is no status of a model card: ${statuses.join(', ')}`);
}

function describe(card: ModelCard, number = card.newest.number) {
  const found = [...card.older, card.newest].find((version) => version.number === number);
  if (!found) throw notFound(`Model card ${card.name} has no version ${number}.`);
  return {
    ...summary(card, found),
    ModelCardVersion: number,
    Content: found.content,
    ...(card.keyId !== undefined && { SecurityConfig: { KmsKeyId: card.keyId } }),
    CreatedBy: {},
  };
}

const summary = ({ name, arn, created }: ModelCard, { status }: CardVersion): Shape<ModelCardSummary> => ({
  ModelCardName: name,
  ModelCardArn: arn,
  ModelCardStatus: status,
  CreationTime: created,
});

const versionSummary = (card: ModelCard, version: CardVersion): Shape<ModelCardVersionSummary> => ({
  ...summary(card, version),
  ModelCardVersion: version.number,
  CreationTime: version.created,
});
