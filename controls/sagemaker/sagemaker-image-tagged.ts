import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'sagemaker-image-tagged',
  title: 'Custom Studio images are tagged',
  why: 'When a package in an image turns out vulnerable, nobody knows who has to build it anew.',
  fix: 'Add the tag of the team that builds the image (sagemaker:AddTags).',
  severity: 'low',
  where: aiAccounts,
  detect: { managed: 'SAGEMAKER_IMAGE_TAGGED', resourceTypes: ['AWS::SageMaker::Image'] },
  satisfies: [
    judged('nist-800-53-r5', ['CM-8', 'PM-5']),
    judged('soc-2', ['CC6.1']),
    judged('iso-42001', ['A.4.4']),
    judged('nist-ai-rmf', ['GOVERN 1.6']),
  ],
  examples: [
    { when: 'the image has a tag', compliant: true },
    { when: 'the image has no tags', compliant: false },
  ],
});
