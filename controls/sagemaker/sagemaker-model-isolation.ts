import { defineControl } from '../../schema/forms/control';
import { saysTrueOrFalse } from '../shared/assumptions';
import { checkedBySecurityHub, modelHasNoNetwork } from '../shared/mappings';
import { workloads } from '../where';

const action = 'sagemaker:CreateModel';
const key = 'sagemaker:NetworkIsolation';

export default defineControl({
  id: 'sagemaker-model-isolation',
  title: 'Containers of models have no network and no credentials',
  why: 'A tampered container could send every request that it scores to its author, or use the execution role.',
  fix:
    'Create the model with EnableNetworkIsolation true. Clarify explains only models without it: run it on a copy of ' +
    "the model in a sandbox account, or set the control to 'detect' and say why.",
  severity: 'medium',
  // Not in the sandbox: Clarify and containers that load models at start need the network.
  where: workloads,
  // IfExists also matches a request without the key: left out means off.
  prevent: { scp: [{ Action: action, Condition: { BoolIfExists: { [key]: 'false' } } }] },
  detect: { managed: 'SAGEMAKER_MODEL_ISOLATION_ENABLED', resourceTypes: ['AWS::SageMaker::Model'] },
  promises: [
    {
      that: 'No container that answers has a network, by a switch that is off or left out',
      deny: { Action: 'sagemaker:CreateModel', Condition: { StringNotEquals: { [key]: 'true' } } },
      assuming: [saysTrueOrFalse(key)],
    },
  ],
  satisfies: [checkedBySecurityHub('SageMaker.5'), ...modelHasNoNetwork],
  examples: [
    { when: 'isolation is turned off', action, context: { [key]: 'false' }, denied: true },
    { when: 'isolation is left out', action, denied: true },
    { when: 'isolation is on', action, context: { [key]: 'true' }, denied: false },
  ],
});
