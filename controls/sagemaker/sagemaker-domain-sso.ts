import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-domain-sso',
  title: 'People sign in to Studio by IAM Identity Center',
  why: 'With IAM sign-in a profile belongs to whoever may make its address, so no log says which person worked there.',
  fix: "Make the domain anew with AuthMode SSO: it cannot be changed later. Its users are then people of the company's directory. Where Identity Center is not in the region of the domain, leave this off, with that reason.",
  severity: 'medium',
  where: workloads,
  // IAM has no condition key for AuthMode, so it is not prevented.
  detect: {
    guard: `rule signs_in_by_identity_center when resourceType == "AWS::SageMaker::Domain" {
  configuration.AuthMode == "SSO"
}`,
    resourceTypes: ['AWS::SageMaker::Domain'],
  },
  satisfies: [
    judged('nist-800-53-r5', ['AC-2', 'IA-2', 'IA-8']),
    judged('hipaa', ['164.312(a)(2)(i)', '164.312(d)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.2']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['GOVERN 2.1']),
  ],
  examples: [
    { when: 'AuthMode of a domain is SSO', compliant: true },
    { when: 'AuthMode of a domain is IAM', compliant: false },
  ],
});
