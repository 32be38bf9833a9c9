import { defineControl, judged, published } from '../../schema/forms/control';
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
    satisfies: [
      published(
        'nist-800-53-r5',
        ['AU-9(3)', 'CP-9d', 'SC-8(3)', 'SC-8(4)', 'SC-13a', 'SC-28(1)', 'SI-19(4)'],
        'prowler: nist_800_53_revision_5_aws',
      ),
      published(
        'hipaa',
        ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
        'prowler: hipaa_aws',
      ),
      published('gdpr', ['Art. 32'], 'prowler: gdpr_aws'),
      judged('soc-2', ['CC6.1']),
      judged('eu-ai-act', ['Art. 15']),
      judged('iso-42001', ['A.4.5', 'A.7.2']),
      judged('nist-ai-rmf', ['MEASURE 2.7']),
    ],
    examples: [
      { when: 'KmsKeyId is one of the allowed keys', compliant: true },
      { when: 'KmsKeyId is missing', compliant: false },
      { when: 'keys are listed in the settings, and KmsKeyId is another one', compliant: false },
    ],
  };
});
