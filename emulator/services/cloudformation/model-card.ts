import { isDeepStrictEqual } from 'node:util';
import type { SageMaker } from '@aws-sdk/client-sagemaker';
import { isObject, type JsonValue } from '../../toolkit/json';
import { tagList } from '../../toolkit/tags';
import { invalid } from './errors';
import { changeTags, tagsOf } from './resource-tags';
import type { Ask, ResourceType } from './resource-type';

/** AWS::SageMaker::ModelCard, as its schema in the CloudFormation registry was on 2026-11-20. */
export const modelCard: ResourceType<Ask<SageMaker>> = {
  service: 'sagemaker',
  required: ['Content', 'ModelCardName', 'ModelCardStatus'],
  optional: ['CreatedBy', 'LastModifiedBy', 'SecurityConfig', 'Tags'],
  createOnly: ['ModelCardName', 'SecurityConfig'],
  name: 'ModelCardName',
  async create(ask, desired) {
    const { ModelCardName, ModelCardStatus, SecurityConfig, Content } = desired.properties;
    await ask('CreateModelCard', {
      ModelCardName,
      ModelCardStatus,
      SecurityConfig,
      Content: apiContent(Content),
      Tags: tagList(tagsOf(desired)),
    });
    return String(ModelCardName);
  },
  async update(ask, name, before, after) {
    const changed = (property: string) => !isDeepStrictEqual(before.properties[property], after.properties[property]);
    const change = {
      ...(changed('Content') && { Content: apiContent(after.properties.Content) }),
      ...(changed('ModelCardStatus') && { ModelCardStatus: after.properties.ModelCardStatus }),
    };
    if (Object.keys(change).length > 0) await ask('UpdateModelCard', { ModelCardName: name, ...change });
    const { ModelCardArn } = await ask('DescribeModelCard', { ModelCardName: name });
    await changeTags(ask, ModelCardArn, tagsOf(before), tagsOf(after));
  },
  async delete(ask, name) {
    await ask('DeleteModelCard', { ModelCardName: name });
  },
};

/** The content under the names of the API: `ModelOverview.ModelDescription` is `model_overview.model_description` there. */
const apiContent = (content: JsonValue | undefined): string => JSON.stringify(renamed(content, '#/Content'));

/** Maps whose keys a person thinks of. */
const maps = ['CustomDetails', 'Metadata'];

function renamed(value: JsonValue | undefined, path: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => renamed(item, `${path}/${index}`));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (!/^[A-Z][A-Za-z]*$/.test(key)) throw invalid(`${path}: extraneous key [${key}] is not permitted`);
      const name = key.replace(/(?<!^)[A-Z]/g, (capital) => `_${capital}`).toLowerCase();
      return [name, maps.includes(key) ? item : renamed(item, `${path}/${key}`)];
    }),
  );
}
