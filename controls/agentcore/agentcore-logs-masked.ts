import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'agentcore-logs-masked',
  title: 'What agents write into their logs is masked where it is personal or secret',
  why: 'Agents log prompts, arguments of tools and what they looked up, and whoever may read logs reads all of it.',
  fix: 'Put a data protection policy on the log group, with the data identifiers that your data has, for instance EmailAddress and AwsSecretKey. What is in the log already stays as it is. CloudWatch asks a price by the gigabyte for it.',
  severity: 'medium',
  where: aiAccounts,
  // PutDataProtectionPolicy has no condition key for what it masks, and a log group is made without one, so it is not prevented.
  detect: { lambda: 'agentcore-logs-masked', frequency: 'TwentyFour_Hours' },
  satisfies: [
    judged('nist-800-53-r5', ['AU-9', 'SC-28']),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 25', 'Art. 32']),
    judged('soc-2', ['CC6.1']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'the log group of a runtime has a data protection policy', compliant: true },
    { when: 'the account has one, which its log groups inherit', compliant: true },
    { when: 'the log group of a gateway has none, or a disabled one', compliant: false },
  ],
});
