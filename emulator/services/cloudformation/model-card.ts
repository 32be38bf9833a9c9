import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../toolkit/untyped';
import { invalid } from './errors';
import { changeTags, tagList } from './resource-tags';
import type { Ask, ResourceType } from './resource-type';

/** AWS::SageMaker::ModelCard, as its schema in the CloudFormation registry was on 2026-11-20. */
export const modelCard: ResourceType = {
  service: 'sagemaker',
  required: ['Content', 'ModelCardName', 'ModelCardStatus'],
  optional: ['CreatedBy', 'LastModifiedBy', 'SecurityConfig', 'Tags'],
  createOnly: ['ModelCardName', 'SecurityConfig'],
  name: 'ModelCardName',
  async create(ask, { properties, tags }) {
    const { ModelCardName, ModelCardStatus, SecurityConfig, Content, Tags } = properties;
    await ask('CreateModelCard', {
      ModelCardName,
      ModelCardStatus,
      SecurityConfig,
      Content: apiContent(Content),
      Tags: tagList(tags, Tags),
    });
    return ModelCardName;
  },
  async update(ask, name, before, after) {
    const changed = (property: string) => !isDeepStrictEqual(before.properties[property], after.properties[property]);
    const change = {
      ...(changed('Content') && { Content: apiContent(after.properties.Content) }),
      ...(changed('ModelCardStatus') && { ModelCardStatus: after.properties.ModelCardStatus }),
    };
    if (Object.keys(change).length > 0) await ask('UpdateModelCard', { ModelCardName: name, ...change });
    await changeTags(
      ask,
      await arnOf(ask, name),
      tagList(before.tags, before.properties.Tags),
      tagList(after.tags, after.properties.Tags),
    );
  },
  async delete(ask, name) {
    await ask('DeleteModelCard', { ModelCardName: name });
  },
};

const arnOf = async (ask: Ask, name: string): Promise<string> =>
  (await ask('DescribeModelCard', { ModelCardName: name })).ModelCardArn;

/** The content under the names of the API: `ModelOverview.ModelDescription` is `model_overview.model_description` there. */
const apiContent = (content: Json): string => JSON.stringify(renamed(content, '#/Content'));

/** Maps whose keys a person thinks of. */
const MAPS = ['CustomDetails', 'Metadata'];

function renamed(value: Json[string], path: string): Json[string] {
  if (Array.isArray(value)) return value.map((item, index) => renamed(item, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (!/^[A-Z][A-Za-z]*$/.test(key)) throw invalid(`${path}: extraneous key [${key}] is not permitted`);
      const name = key.replace(/(?<!^)[A-Z]/g, (capital) => `_${capital}`).toLowerCase();
      return [name, MAPS.includes(key) ? item : renamed(item, `${path}/${key}`)];
    }),
  );
}
