import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock:InvokeModel';
const key = 'bedrock:ServiceTier';
const mantleKey = 'bedrock-mantle:ServiceTier';

export default defineControl({
  id: 'bedrock-service-tier',
  title: 'Model calls do not take the priority tier',
  why: 'Each request chooses its price: one parameter makes every token dearer, and no budget sees it in time.',
  fix: "Leave service_tier out, or set 'flex' if it may wait. Where a contract needs the speed, turn this control off.",
  severity: 'low',
  where: aiAccounts,
  prevent: {
    scp: [
      // Not negated: a request without the key takes the default tier.
      { Action: 'bedrock:InvokeModel*', Condition: { StringEquals: { [key]: 'priority' } } },
      { Action: 'bedrock-mantle:CreateInference', Condition: { StringEquals: { [mantleKey]: 'priority' } } },
    ],
  },
  satisfies: [
    judged('nist-800-53-r5', ['SC-6']),
    judged('soc-2', ['A1.1']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MANAGE 1.3']),
  ],
  examples: [
    { when: 'a call asks for priority', action, context: { [key]: 'priority' }, denied: true },
    {
      when: 'a call to mantle asks for it',
      action: 'bedrock-mantle:CreateInference',
      context: { [mantleKey]: 'priority' },
      denied: true,
    },
    { when: 'a call names no tier', action, denied: false },
    { when: 'a call may wait', action, context: { [key]: 'flex' }, denied: false },
  ],
});
