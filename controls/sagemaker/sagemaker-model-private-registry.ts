import { defineControl } from '../../schema/forms/control';
import { checkedBySecurityHub, knownSupplier } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-model-private-registry',
  title: 'The image of a model comes from a private registry in the VPC',
  why: 'An image from elsewhere brings code into production that nobody of the company has built or scanned.',
  fix: "Push the image to the private registry; create the model with RepositoryAccessMode 'Vpc' in its ImageConfig.",
  severity: 'low',
  where: workloads,
  detect: {
    managed: 'SAGEMAKER_MODEL_PRIVATE_REGISTRY_REQUIRED',
    resourceTypes: ['AWS::SageMaker::Model'],
    regions: { except: ['ap-northeast-3', 'eu-central-1'] },
  },
  satisfies: [checkedBySecurityHub('SageMaker.16'), ...knownSupplier],
  examples: [
    { when: "RepositoryAccessMode of the primary container is 'Vpc'", compliant: true },
    { when: "RepositoryAccessMode is 'Platform'", compliant: false },
    { when: 'there is no ImageConfig', compliant: false },
  ],
});
