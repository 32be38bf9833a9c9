import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'sagemaker-domain-tagged',
  title: 'Studio domains are tagged',
  why: 'A domain without an owner goes on when its project has ended, with its users, roles and home folders.',
  fix: 'Add the tag of the owning team to the domain (sagemaker:AddTags).',
  severity: 'low',
  where: aiAccounts,
  detect: { managed: 'SAGEMAKER_DOMAIN_TAGGED', resourceTypes: ['AWS::SageMaker::Domain'] },
  satisfies: [
    judged('nist-800-53-r5', ['CM-8', 'PM-5']),
    judged('soc-2', ['CC6.1']),
    judged('iso-42001', ['A.4.2']),
    judged('nist-ai-rmf', ['GOVERN 1.6']),
  ],
  examples: [
    { when: 'the domain has a tag', compliant: true },
    { when: 'the domain has no tags but those that begin with aws:', compliant: false },
  ],
});
