import { defineControl, judged } from '../../schema/forms/control';
import { encryptedAtRest } from '../shared/mappings';
import { volumeWithoutKey } from '../shared/volume-without-key';
import { workloads } from '../where';

const action = 'sagemaker:CreateEndpointConfig';
const key = 'sagemaker:VolumeKmsKeyArn';
const types = 'sagemaker:InstanceTypes';

export default defineControl({
  id: 'sagemaker-endpoint-encrypted',
  title: 'Endpoints serve from volumes with a key of the company',
  why: 'The model and what its container writes about requests lie under a key that the company does not govern.',
  fix: 'Create an endpoint configuration with KmsKeyId and update the endpoint to it.',
  severity: 'high',
  where: workloads,
  prevent: { scp: [{ Action: action, Condition: volumeWithoutKey }] },
  // The key is a field of the configuration, not of the endpoint; the daily run covers endpoints older than the rule.
  // The managed rules also report instances with local storage, where no key can be set.
  detect: {
    lambda: 'endpoint-encrypted',
    resourceTypes: ['AWS::SageMaker::EndpointConfig'],
    frequency: 'TwentyFour_Hours',
  },
  promises: [
    {
      that: 'No endpoint on the usual machines serves from a volume without a key',
      deny: {
        Action: 'sagemaker:CreateEndpointConfig',
        Condition: {
          Null: { [key]: 'true' },
          'ForAnyValue:StringEquals': { [types]: ['ml.c5.xlarge', 'ml.m5.xlarge', 'ml.t3.medium'] },
        },
      },
      assuming: [
        {
          that: 'no variant runs on another machine',
          Condition: { 'ForAllValues:StringEquals': { [types]: ['ml.c5.xlarge', 'ml.m5.xlarge', 'ml.t3.medium'] } },
        },
      ],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['SC-12', 'SC-13', 'SC-28', 'SC-28(1)']),
    ...encryptedAtRest,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.6.2.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    {
      when: 'instances without local storage have no key',
      action,
      context: { [types]: ['ml.m5.xlarge'] },
      denied: true,
    },
    {
      when: 'they have a key',
      action,
      context: { [types]: ['ml.m5.xlarge'], [key]: 'arn:aws:kms:eu-central-1:111122223333:key/1' },
      denied: false,
    },
    { when: 'the instances have local storage', action, context: { [types]: ['ml.g5.xlarge'] }, denied: false },
    { when: 'the endpoint is serverless', action, denied: false },
    { when: 'the configuration that an endpoint serves from has a KmsKeyId', compliant: true },
    { when: 'an endpoint on ml.m5.large serves from a configuration without KmsKeyId', compliant: false },
  ],
});
