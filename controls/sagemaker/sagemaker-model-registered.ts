import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-model-registered',
  title: 'Models in workloads come from the registry',
  why: 'A model that is made from a file has no version, no approval and no lineage: nobody can say what serves.',
  fix: 'Register the model as a version of its group, have it approved, and create the model from its ModelPackageName.',
  severity: 'medium',
  where: workloads,
  // IAM has no condition key for what a model is made of, so it is not prevented.
  detect: {
    guard: `rule from_a_registered_version when resourceType == "AWS::SageMaker::Model" {
  configuration.PrimaryContainer.ModelPackageName exists or
  some configuration.Containers[*].ModelPackageName exists
}`,
    resourceTypes: ['AWS::SageMaker::Model'],
  },
  satisfies: [
    judged('nist-800-53-r5', ['CM-3', 'CM-8', 'SA-10']),
    judged('soc-2', ['CC8.1']),
    judged('eu-ai-act', ['Art. 12', 'Art. 17']),
    judged('iso-42001', ['A.6.2.5', 'A.6.2.8']),
    judged('nist-ai-rmf', ['GOVERN 1.6', 'MANAGE 4.1']),
  ],
  examples: [
    { when: 'the container of a model names a version of the registry', compliant: true },
    { when: 'one of several containers does', compliant: true },
    { when: 'a model is made of an image and a file in S3', compliant: false },
  ],
});
