import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const create = 'sagemaker:CreateTrainingJob';
const update = 'sagemaker:UpdateTrainingJob';
const key = 'sagemaker:EnableRemoteDebug';

export default defineControl({
  id: 'sagemaker-remote-debug',
  title: 'Nobody opens a shell in a training container',
  why: 'A shell beside the training data changes what the model learns, and no lineage record shows it.',
  fix: 'Debug in a sandbox account with synthetic data; leave RemoteDebugConfig out.',
  severity: 'medium',
  // Not in the sandbox: that is where debugging belongs.
  where: workloads,
  prevent: { scp: [{ Action: [create, update], Condition: { Bool: { [key]: 'true' } } }] },
  promises: [
    {
      that: 'Nobody looks into a training job that runs, from the start or later',
      deny: {
        Action: ['sagemaker:CreateTrainingJob', 'sagemaker:UpdateTrainingJob'],
        Condition: { StringEquals: { [key]: 'true' } },
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-17', 'CM-5', 'SI-7']),
    judged('hipaa', ['164.312(c)(1)']),
    judged('soc-2', ['CC6.6', 'CC8.1']),
    judged('eu-ai-act', ['Art. 12', 'Art. 15']),
    judged('iso-42001', ['A.7.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'a job starts with remote debugging', action: create, context: { [key]: 'true' }, denied: true },
    { when: 'a running job gets it', action: update, context: { [key]: 'true' }, denied: true },
    { when: 'it is turned off', action: update, context: { [key]: 'false' }, denied: false },
    { when: 'it is left out, which means off', action: create, denied: false },
  ],
});
