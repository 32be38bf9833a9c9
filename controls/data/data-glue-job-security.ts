import { defineControl, judged } from '../../schema/forms/control';
import { namesKey } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-glue-job-security',
  title: 'Glue jobs have a security configuration',
  why: 'Without one a job writes its log, its bookmarks and what it makes of the data under no key of the company.',
  fix: 'Make a security configuration with keys for S3, CloudWatch and bookmarks, and name it in the job.',
  severity: 'medium',
  where: aiAccounts,
  // checkov asks for the same of templates (CKV_AWS_195). IAM has no condition key for it, so it is not prevented.
  detect: {
    guard: `rule has_a_security_configuration when resourceType == "AWS::Glue::Job" {
  configuration.SecurityConfiguration exists
}`,
    resourceTypes: ['AWS::Glue::Job'],
  },
  satisfies: [...namesKey, judged('eu-ai-act', ['Art. 10', 'Art. 15']), judged('iso-42001', ['A.7.2'])],
  examples: [
    { when: 'a job names a security configuration', compliant: true },
    { when: 'a job names none', compliant: false },
  ],
});
