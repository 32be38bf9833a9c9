import { defineControl } from '../../schema/forms/control';
import { saysTrueOrFalse } from '../shared/assumptions';
import { modelHasNoNetwork } from '../shared/mappings';
import { workloads } from '../where';

const key = 'sagemaker:NetworkIsolation';
const training = 'sagemaker:CreateTrainingJob';
const tuning = 'sagemaker:CreateHyperParameterTuningJob';

export default defineControl({
  id: 'sagemaker-training-isolation',
  title: 'Training containers have no network and no credentials',
  why: 'A library that was tampered with could send the training data away, or use the execution role.',
  fix: 'Set EnableNetworkIsolation true; bring data and packages as input channels and in the image.',
  severity: 'medium',
  // Not in the sandbox: scripts that install packages or read buckets on their own need the network.
  where: workloads,
  // IfExists also matches a request without the key: left out means off.
  prevent: { scp: [{ Action: [training, tuning], Condition: { BoolIfExists: { [key]: 'false' } } }] },
  promises: [
    {
      that: 'No container that trains has a network, by a switch that is off or left out',
      deny: {
        Action: ['sagemaker:CreateHyperParameterTuningJob', 'sagemaker:CreateTrainingJob'],
        Condition: { StringNotEquals: { [key]: 'true' } },
      },
      assuming: [saysTrueOrFalse(key)],
    },
  ],
  satisfies: modelHasNoNetwork,
  examples: [
    { when: 'isolation is off', action: training, context: { [key]: 'false' }, denied: true },
    { when: 'isolation is left out', action: tuning, denied: true },
    { when: 'isolation is on', action: training, context: { [key]: 'true' }, denied: false },
  ],
});
