import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock:DeleteModelInvocationLoggingConfiguration';

export default defineControl({
  id: 'bedrock-invocation-logging',
  title: 'Prompts and answers of every model call are logged, and nobody switches that off',
  why: 'CloudTrail shows that a model was called, not what was said: a complaint could never be looked into.',
  fix: 'Leave the logging as deployed. A prompt that must not be stored is kept out of the prompt, not out of the log.',
  severity: 'critical',
  where: aiAccounts,
  prevent: {
    scp: [{ Action: [action, 'bedrock:PutModelInvocationLoggingConfiguration'] }],
    exempt: ['deployRole'],
  },
  detect: { lambda: 'bedrock-invocation-logging', frequency: 'Six_Hours' },
  promises: [
    {
      that: 'Nobody but the deployment ends or redirects the log of calls, not even in an emergency',
      deny: {
        Action: ['bedrock:DeleteModelInvocationLoggingConfiguration', 'bedrock:PutModelInvocationLoggingConfiguration'],
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-2', 'AU-3', 'AU-9', 'AU-12']),
    judged('hipaa', ['164.312(b)']),
    judged('gdpr', ['Art. 5(2)', 'Art. 30']),
    judged('soc-2', ['CC7.2']),
    judged('eu-ai-act', ['Art. 12', 'Art. 19', 'Art. 26(6)']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['MEASURE 2.4', 'MANAGE 4.1']),
    judged('pci-dss', ['10.2.1']),
  ],
  examples: [
    { when: 'somebody deletes the configuration', action, denied: true },
    {
      when: 'somebody points it at another bucket',
      action: 'bedrock:PutModelInvocationLoggingConfiguration',
      denied: true,
    },
    {
      when: 'the deployment writes it',
      action: 'bedrock:PutModelInvocationLoggingConfiguration',
      principal: 'deployRole',
      denied: false,
    },
    { when: 'it is read', action: 'bedrock:GetModelInvocationLoggingConfiguration', denied: false },
    { when: 'text goes to a bucket of the account', compliant: true },
    { when: 'the region has no logging configuration', compliant: false },
  ],
});
