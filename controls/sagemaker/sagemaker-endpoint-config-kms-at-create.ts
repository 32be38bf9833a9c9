import { defineControl, judged } from '../../schema/forms/control';
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
  satisfies: [
    judged('nist-800-53-r5', ['SC-13', 'SC-28', 'SC-28(1)']),
    judged('hipaa', ['164.312(a)(2)(iv)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'the new configuration carries KmsKeyId', compliant: true },
    { when: 'the new configuration carries none', compliant: false },
  ],
});
