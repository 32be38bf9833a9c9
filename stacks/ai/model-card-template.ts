import { writtenContent } from '../../schema/forms/model-card/written-content';
import type { ModelCard } from '../../schema/landing-zone';
import { pascalCase } from '../../schema/text';

/** The parameter of the template that takes the ARN of the key. */
export const keyParameter = 'KmsKeyId';

/**
 * A CloudFormation template with the model card alone. Its content has other names there than in the API: `ModelOverview` is
 * `model_overview`.
 */
export function modelCardTemplate(card: ModelCard, tags: Readonly<Record<string, string>>): string {
  const { name, status, group } = card;
  const content = {
    ...writtenContent(card),
    // By it the control that asks for a card finds the one of a group.
    ...(group !== undefined && { model_package_details: { model_package_group_name: group } }),
  };
  return JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Parameters: { [keyParameter]: { Type: 'String' } },
    Resources: {
      ModelCard: {
        Type: 'AWS::SageMaker::ModelCard',
        Properties: {
          ModelCardName: name,
          ModelCardStatus: status,
          SecurityConfig: { KmsKeyId: { Ref: keyParameter } },
          Content: renamed(content),
          Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        },
      },
    },
  });
}

/** Maps whose keys a person thinks of. */
const maps = ['custom_details', 'metadata'];

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [pascalCase(key), maps.includes(key) ? item : renamed(item)]),
  );
}
