import type { Bedrock } from '@aws-sdk/client-bedrock';
import type { JsonObject } from '../../toolkit/json';
import type { Ask, ResourceType } from './resource-type';

/** AWS::Bedrock::ResourcePolicy, as its page in the CloudFormation Template Reference was on 2026-11-28. */
export const guardrailPolicy: ResourceType<Ask<Bedrock>> = {
  service: 'bedrock',
  required: ['ResourceArn', 'PolicyDocument'],
  optional: [],
  createOnly: ['ResourceArn'],
  async create(ask, { properties }) {
    return (await ask('PutResourcePolicy', apiInput(properties))).resourceArn;
  },
  async update(ask, _arn, _before, { properties }) {
    await ask('PutResourcePolicy', apiInput(properties));
  },
  async delete(ask, resourceArn) {
    await ask('DeleteResourcePolicy', { resourceArn });
  },
};

const apiInput = ({ ResourceArn, PolicyDocument }: JsonObject): JsonObject => ({
  resourceArn: ResourceArn,
  resourcePolicy: JSON.stringify(PolicyDocument),
});
