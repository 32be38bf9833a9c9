import { defineControl, judged } from '../../schema/forms/control';
import { saysTrueOrFalse } from '../shared/assumptions';
import { hasNoNetwork } from '../shared/mappings';
import { workloads } from '../where';

const action = 'sagemaker:CreateProcessingJob';
const key = 'sagemaker:NetworkIsolation';

export default defineControl({
  id: 'sagemaker-processing-isolation',
  title: 'Processing containers have no network and no credentials',
  why: 'Processing jobs see data before it is minimised, and run scripts that change more often than any image.',
  fix:
    'Set NetworkConfig.EnableNetworkIsolation true; name data as processing inputs and outputs. Clarify analyses that ' +
    "ask a model cannot be isolated: run them in a sandbox account, or set the control to 'off' and say why.",
  severity: 'medium',
  // A control of its own, and not in the sandbox: Clarify needs the network (SageMaker Developer Guide, clarify-vpc).
  where: workloads,
  // IfExists also matches a request without the key: left out means off.
  prevent: { scp: [{ Action: action, Condition: { BoolIfExists: { [key]: 'false' } } }] },
  promises: [
    {
      that: 'No container that processes data has a network, by a switch that is off or left out',
      deny: { Action: 'sagemaker:CreateProcessingJob', Condition: { StringNotEquals: { [key]: 'true' } } },
      assuming: [saysTrueOrFalse(key)],
    },
  ],
  satisfies: [
    ...hasNoNetwork,
    judged('eu-ai-act', ['Art. 10', 'Art. 15']),
    judged('iso-42001', ['A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'isolation is off', action, context: { [key]: 'false' }, denied: true },
    { when: 'isolation is left out', action, denied: true },
    { when: 'isolation is on', action, context: { [key]: 'true' }, denied: false },
  ],
});
