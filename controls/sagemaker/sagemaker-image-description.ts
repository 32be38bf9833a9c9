import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'sagemaker-image-description',
  title: 'Custom Studio images say what they are for',
  why: 'People who choose an image by its name alone may train with libraries that were never approved for the purpose.',
  fix: 'Set Description of the image: framework, version, purpose (sagemaker:UpdateImage).',
  severity: 'low',
  where: aiAccounts,
  detect: { managed: 'SAGEMAKER_IMAGE_DESCRIPTION', resourceTypes: ['AWS::SageMaker::Image'] },
  satisfies: [
    judged('nist-800-53-r5', ['CM-8', 'SA-5']),
    judged('iso-42001', ['A.4.4']),
    judged('nist-ai-rmf', ['GOVERN 1.6']),
  ],
  examples: [
    { when: "Description is 'PyTorch 2.7 for the triage models'", compliant: true },
    { when: 'Description is missing', compliant: false },
  ],
});
