import { defineControl, judged } from '../../schema/forms/control';
import { namesKey } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'sagemaker-endpoint-config-kms-at-create',
  title: 'An endpoint configuration without a key is reported before an endpoint uses it',
  why: 'An endpoint is up minutes after its configuration, long before a periodic rule has looked.',
  fix: 'Delete the configuration and create it with KmsKeyId; configurations cannot be changed.',
  severity: 'low',
  where: aiAccounts,
  detect: {
    managed: 'SAGEMAKER_ENDPOINT_CONFIG_KMS_KEY_REQUIRED',
    resourceTypes: ['AWS::SageMaker::EndpointConfig'],
  },
  satisfies: [...namesKey, judged('nist-ai-rmf', ['MEASURE 2.7'])],
  examples: [
    { when: 'the new configuration carries KmsKeyId', compliant: true },
    { when: 'the new configuration carries none', compliant: false },
  ],
});
