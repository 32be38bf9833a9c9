import { isDeepStrictEqual } from 'node:util';
import { changeTags, tagList } from './resource-tags';
import type { Ask, ResourceType } from './resource-type';

/** AWS::SageMaker::Artifact, as its page in the CloudFormation Template Reference was on 2026-11-20. */
export const artifact: ResourceType = lineageEntity('Artifact', {
  required: ['ArtifactType', 'Source'],
  changeable: ['ArtifactName', 'Properties'],
  createOnly: ['ArtifactType', 'MetadataProperties', 'Source'],
});

/** AWS::SageMaker::Context: its schema in the registry, by way of the awscc provider. */
export const context: ResourceType = lineageEntity('Context', {
  required: ['ContextName', 'ContextType', 'Source'],
  changeable: ['Description', 'Properties'],
  createOnly: ['ContextName', 'ContextType', 'Source'],
});

/** AWS::SageMaker::Action: the members of its Update call are changed in place, the others replace it. */
export const action: ResourceType = lineageEntity('Action', {
  required: ['ActionName', 'ActionType', 'Source'],
  changeable: ['Description', 'Properties', 'Status'],
  createOnly: ['ActionName', 'ActionType', 'MetadataProperties', 'Source'],
});

interface EntityType {
  readonly required: readonly string[];
  /** Properties that an Update call takes. */
  readonly changeable: readonly string[];
  readonly createOnly: readonly string[];
}

/** The physical id is the ARN; contexts and actions are changed by their names, though. */
function lineageEntity(kind: 'Artifact' | 'Context' | 'Action', { required, changeable, createOnly }: EntityType) {
  const name = `${kind}Name`;
  const naming = async (ask: Ask, arn: string) =>
    kind === 'Artifact' ? { ArtifactArn: arn } : { [name]: (await ask(`Describe${kind}`, { [name]: arn }))[name] };
  const type: ResourceType = {
    service: 'sagemaker',
    required,
    optional: [...changeable, ...createOnly, 'Tags'].filter((property) => !required.includes(property)),
    createOnly,
    name,
    async create(ask, { properties: { Tags, ...properties }, tags }) {
      const created = await ask(`Create${kind}`, { ...properties, Tags: tagList(tags, Tags) });
      return created[`${kind}Arn`];
    },
    async update(ask, arn, before, after) {
      const changed = changeable.filter(
        (property) => !isDeepStrictEqual(before.properties[property], after.properties[property]),
      );
      if (changed.length > 0) {
        const removed = Object.keys(before.properties.Properties ?? {}).filter(
          (key) => !Object.hasOwn(after.properties.Properties ?? {}, key),
        );
        await ask(`Update${kind}`, {
          ...Object.fromEntries(changed.map((property) => [property, after.properties[property]])),
          ...(removed.length > 0 && { PropertiesToRemove: removed }),
          ...(await naming(ask, arn)),
        });
      }
      const tagsOf = ({ tags, properties }: typeof before) => tagList(tags, properties.Tags);
      await changeTags(ask, arn, tagsOf(before), tagsOf(after));
    },
    async delete(ask, arn) {
      await ask(`Delete${kind}`, await naming(ask, arn));
    },
  };
  return type;
}
