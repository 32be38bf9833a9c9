import { defineControl } from '../../schema/forms/control';
import { checkedBySecurityHub, knownSupplier } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-pipeline-private-registry',
  title: 'Every image of an inference pipeline comes from a private registry in the VPC',
  why: 'In a chain of containers one foreign image is enough to read or change what the others compute.',
  fix: "Create the model with ImageConfig.RepositoryAccessMode 'Vpc' in each entry of Containers.",
  severity: 'low',
  where: workloads,
  detect: {
    managed: 'SAGEMAKER_MODEL_MULTICONTAINER_PRIVATE_REGISTRY',
    resourceTypes: ['AWS::SageMaker::Model'],
    regions: { except: ['ap-northeast-3'] },
  },
  satisfies: [checkedBySecurityHub('SageMaker.19'), ...knownSupplier],
  examples: [
    { when: "all three containers have RepositoryAccessMode 'Vpc'", compliant: true },
    { when: "the second of three containers has RepositoryAccessMode 'Platform'", compliant: false },
  ],
});
