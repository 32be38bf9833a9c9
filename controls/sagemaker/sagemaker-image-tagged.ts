import { defineControl } from '../../schema/forms/control';
import { inventoried } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'sagemaker-image-tagged',
  title: 'Custom Studio images are tagged',
  why: 'When a package in an image turns out vulnerable, nobody knows who has to rebuild it.',
  fix: 'Add the tag of the team that builds the image (sagemaker:AddTags).',
  severity: 'low',
  where: aiAccounts,
  detect: { managed: 'SAGEMAKER_IMAGE_TAGGED', resourceTypes: ['AWS::SageMaker::Image'] },
  satisfies: [...inventoried],
  examples: [
    { when: 'the image has a tag', compliant: true },
    { when: 'the image has no tags', compliant: false },
  ],
});
