import { defineControl, judged } from '../../schema/forms/control';
import { saysTrueOrFalse } from '../shared/assumptions';
import { encryptedInTransit } from '../shared/mappings';
import { workloads } from '../where';

const key = 'sagemaker:InterContainerTrafficEncryption';
const training = 'sagemaker:CreateTrainingJob';
const processing = 'sagemaker:CreateProcessingJob';

export default defineControl({
  id: 'sagemaker-job-traffic-encryption',
  title: 'Distributed jobs encrypt the traffic between their containers',
  why: 'Batches and gradients pass between instances in the clear, and training data can be rebuilt from both.',
  fix: 'Set EnableInterContainerTrafficEncryption true. It costs time in distributed jobs, none on one instance.',
  severity: 'medium',
  // Not in the sandbox: JumpStart and the notebooks of AWS's examples leave it off.
  where: workloads,
  prevent: {
    scp: [
      {
        Action: [training, processing, 'sagemaker:CreateAutoMLJob*', 'sagemaker:CreateHyperParameterTuningJob'],
        // IfExists also matches a request without the key: left out means off.
        Condition: { BoolIfExists: { [key]: 'false' } },
      },
    ],
  },
  promises: [
    {
      that: 'No job of several machines talks in the clear, by a switch that is off or left out',
      deny: {
        Action: [
          'sagemaker:CreateAutoMLJob',
          'sagemaker:CreateAutoMLJobV2',
          'sagemaker:CreateHyperParameterTuningJob',
          'sagemaker:CreateProcessingJob',
          'sagemaker:CreateTrainingJob',
        ],
        Condition: { StringNotEquals: { [key]: 'true' } },
      },
      assuming: [saysTrueOrFalse(key)],
    },
  ],
  satisfies: [
    ...encryptedInTransit,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'encryption is off', action: training, context: { [key]: 'false' }, denied: true },
    { when: 'encryption is left out', action: processing, denied: true },
    { when: 'encryption is on', action: training, context: { [key]: 'true' }, denied: false },
  ],
});
