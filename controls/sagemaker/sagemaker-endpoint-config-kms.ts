import { defineControl } from '../../schema/forms/control';
import { keysOfSageMaker } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl(({ services }) => {
  const keys = services.config.sagemakerEndpointKmsKeyArns;
  return {
    id: 'sagemaker-endpoint-config-kms',
    title: 'Endpoint configurations name a KMS key, and one that is allowed',
    why: 'A model on a volume under a foreign key is readable by people whom the company did not choose.',
    fix:
      'Create an endpoint configuration with a KmsKeyId out of services.config.sagemakerEndpointKmsKeyArns and ' +
      'update the endpoint to it. Instances with local storage take no key: sagemaker-endpoint-encrypted knows them.',
    severity: 'medium',
    where: aiAccounts,
    detect: {
      managed: 'SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED',
      ...(keys.length > 0 && { parameters: { kmsKeyArns: keys.join(',') } }),
    },
    satisfies: keysOfSageMaker,
    examples: [
      { when: 'KmsKeyId is one of the allowed keys', compliant: true },
      { when: 'KmsKeyId is missing', compliant: false },
      { when: 'keys are listed in the settings, and KmsKeyId is another one', compliant: false },
    ],
  };
});
