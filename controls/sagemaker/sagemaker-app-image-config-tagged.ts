import { defineControl } from '../../schema/forms/control';
import { inventoried } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'sagemaker-app-image-config-tagged',
  title: 'App image configurations are tagged',
  why: 'A configuration that nobody owns stays attached to domains and keeps old kernels selectable.',
  fix: 'Add the tag of the owning team to the app image configuration (sagemaker:AddTags).',
  severity: 'low',
  where: aiAccounts,
  detect: { managed: 'SAGEMAKER_APP_IMAGE_CONFIG_TAGGED', resourceTypes: ['AWS::SageMaker::AppImageConfig'] },
  satisfies: [...inventoried],
  examples: [
    { when: 'the app image configuration has a tag', compliant: true },
    { when: 'the app image configuration has no tags', compliant: false },
  ],
});
