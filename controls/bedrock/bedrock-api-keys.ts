import { defineControl, judged } from '../../schema/forms/control';
import { noLongLivedSecret } from '../shared/mappings';
import { everyAccount } from '../where';

const action = 'iam:CreateServiceSpecificCredential';
const key = 'iam:ServiceSpecificCredentialServiceName';

export default defineControl({
  id: 'bedrock-api-keys',
  title: 'No long-term API keys for Bedrock are made',
  why: 'Such a key belongs to an IAM user, may never expire, and lets whoever finds it in code call every model.',
  fix: 'Call Bedrock with the credentials of a role, or make a short-term key out of its session (at most 12 hours).',
  severity: 'high',
  where: everyAccount,
  prevent: {
    scp: [
      {
        // A reset gives an old credential a new secret. The mantle endpoint takes the same keys.
        Action: [action, 'iam:ResetServiceSpecificCredential'],
        Condition: { StringEquals: { [key]: 'bedrock.amazonaws.com' } },
      },
    ],
  },
  promises: [
    {
      that: 'No user gets an API key of Bedrock, and none that is there gets a new secret',
      deny: {
        Action: ['iam:CreateServiceSpecificCredential', 'iam:ResetServiceSpecificCredential'],
        Condition: { StringEquals: { [key]: 'bedrock.amazonaws.com' } },
      },
    },
  ],
  satisfies: [judged('nist-800-53-r5', ['AC-2', 'IA-2', 'IA-5']), ...noLongLivedSecret],
  examples: [
    { when: 'a key for Bedrock is made', action, context: { [key]: 'bedrock.amazonaws.com' }, denied: true },
    {
      when: 'credentials for CodeCommit are made',
      action,
      context: { [key]: 'codecommit.amazonaws.com' },
      denied: false,
    },
    {
      when: 'a key that was found is deactivated',
      action: 'iam:UpdateServiceSpecificCredential',
      context: { [key]: 'bedrock.amazonaws.com' },
      denied: false,
    },
  ],
});
