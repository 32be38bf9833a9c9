import { defineControl, judged } from '../../schema/forms/control';
import { sendsNothing } from '../shared/mappings';
import { workloads } from '../where';

const action = 'sagemaker:CreateModel';
const key = 'sagemaker:VpcSubnets';

export default defineControl({
  id: 'sagemaker-model-vpc',
  title: 'Models serve from a VPC',
  why: 'The container of a model outside the VPC sends requests of customers past every firewall and flow log.',
  fix: 'Create the model with VpcConfig. Serverless endpoints take no VPC: serve such a model from instances.',
  severity: 'high',
  // Not in the sandbox: models that JumpStart deploys have no VpcConfig.
  where: workloads,
  prevent: { scp: [{ Action: action, Condition: { Null: { [key]: 'true' } } }] },
  detect: { managed: 'SAGEMAKER_MODEL_IN_VPC', resourceTypes: ['AWS::SageMaker::Model'] },
  promises: [
    {
      that: 'No model is made that serves outside a VPC',
      deny: { Action: 'sagemaker:CreateModel', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-4', 'SC-7', 'SC-7(20)']),
    ...sendsNothing,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.6.2.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'VpcConfig is left out', action, denied: true },
    {
      when: 'VpcConfig names subnets',
      action,
      context: { [key]: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'] },
      denied: false,
    },
  ],
});
