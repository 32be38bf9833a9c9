import { isDeepStrictEqual } from 'node:util';
import type { SageMaker } from '@aws-sdk/client-sagemaker';
import { isObject } from '../../toolkit/json';
import { tagList } from '../../toolkit/tags';
import { changeTags, tagsOf } from './resource-tags';
import type { Ask, Desired, ResourceType } from './resource-type';

/** AWS::SageMaker::Artifact, as its page in the CloudFormation Template Reference was on 2026-11-20. */
export const artifact = lineageEntity({
  required: ['ArtifactType', 'Source'],
  changeable: ['ArtifactName', 'Properties'],
  createOnly: ['ArtifactType', 'MetadataProperties', 'Source'],
  name: 'ArtifactName',
  create: async (ask, wish) => (await ask('CreateArtifact', wish)).ArtifactArn,
  update: (ask, ArtifactArn, change) => ask('UpdateArtifact', { ...change, ArtifactArn }),
  remove: (ask, ArtifactArn) => ask('DeleteArtifact', { ArtifactArn }),
});

/** AWS::SageMaker::Context: its schema in the registry, by way of the awscc provider. */
export const context = lineageEntity({
  required: ['ContextName', 'ContextType', 'Source'],
  changeable: ['Description', 'Properties'],
  createOnly: ['ContextName', 'ContextType', 'Source'],
  name: 'ContextName',
  create: async (ask, wish) => (await ask('CreateContext', wish)).ContextArn,
  update: async (ask, arn, change) => ask('UpdateContext', { ...change, ContextName: await contextName(ask, arn) }),
  remove: async (ask, arn) => ask('DeleteContext', { ContextName: await contextName(ask, arn) }),
});

/** AWS::SageMaker::Action: the members of its Update call are changed in place, the others replace it. */
export const action = lineageEntity({
  required: ['ActionName', 'ActionType', 'Source'],
  changeable: ['Description', 'Properties', 'Status'],
  createOnly: ['ActionName', 'ActionType', 'MetadataProperties', 'Source'],
  name: 'ActionName',
  create: async (ask, wish) => (await ask('CreateAction', wish)).ActionArn,
  update: async (ask, arn, change) => ask('UpdateAction', { ...change, ActionName: await actionName(ask, arn) }),
  remove: async (ask, arn) => ask('DeleteAction', { ActionName: await actionName(ask, arn) }),
});

const contextName = async (ask: Ask<SageMaker>, arn: string) =>
  (await ask('DescribeContext', { ContextName: arn })).ContextName;

const actionName = async (ask: Ask<SageMaker>, arn: string) =>
  (await ask('DescribeAction', { ActionName: arn })).ActionName;

type Members = Readonly<Record<string, unknown>>;

/** The physical id is the ARN; contexts and actions are changed by their names, though. */
interface EntityType {
  readonly required: readonly string[];
  /** Properties that an Update call takes. */
  readonly changeable: readonly string[];
  readonly createOnly: readonly string[];
  readonly name: string;
  create(ask: Ask<SageMaker>, wish: Members): Promise<string | undefined>;
  update(ask: Ask<SageMaker>, arn: string, change: Members): Promise<unknown>;
  remove(ask: Ask<SageMaker>, arn: string): Promise<unknown>;
}

function lineageEntity(entity: EntityType): ResourceType<Ask<SageMaker>> {
  const { required, changeable, createOnly, name } = entity;
  return {
    service: 'sagemaker',
    required,
    optional: [...changeable, ...createOnly, 'Tags'].filter((property) => !required.includes(property)),
    createOnly,
    name,
    create: (ask, desired) => entity.create(ask, { ...desired.properties, Tags: tagList(tagsOf(desired)) }),
    async update(ask, arn, before, after) {
      const change = changeOf(changeable, before, after);
      if (change !== undefined) await entity.update(ask, arn, change);
      await changeTags(ask, arn, tagsOf(before), tagsOf(after));
    },
    async delete(ask, arn) {
      await entity.remove(ask, arn);
    },
  };
}

/** What an Update call has to say, if anything. */
function changeOf(changeable: readonly string[], before: Desired, after: Desired): Members | undefined {
  const changed = changeable.filter(
    (property) => !isDeepStrictEqual(before.properties[property], after.properties[property]),
  );
  if (changed.length === 0) return undefined;
  const kept = keysOf(after);
  const removed = keysOf(before).filter((key) => !kept.includes(key));
  return {
    ...Object.fromEntries(changed.map((property) => [property, after.properties[property]])),
    ...(removed.length > 0 && { PropertiesToRemove: removed }),
  };
}

const keysOf = ({ properties: { Properties } }: Desired): readonly string[] =>
  isObject(Properties) ? Object.keys(Properties) : [];
