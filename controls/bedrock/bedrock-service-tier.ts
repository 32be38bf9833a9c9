import { defineControl, judged } from '../../schema/forms/control';
import { mayBeUsed } from '../shared/approved-services';
import { aiAccounts } from '../where';

const action = 'bedrock:InvokeModel';
const mantle = 'bedrock-mantle:CreateInference';
const key = 'bedrock:ServiceTier';
const mantleKey = 'bedrock-mantle:ServiceTier';

const asking = (Action: string | string[], tierKey: string) => ({
  Action,
  Condition: { StringEquals: { [tierKey]: 'priority' } },
});

const call = (when: string, by: string, context: Readonly<Record<string, string>>, denied: boolean) => ({
  when,
  action: by,
  context,
  denied,
});

export default defineControl((settings) => {
  const isMantleUsed = mayBeUsed(settings, 'bedrock-mantle');
  return {
    id: 'bedrock-service-tier',
    title: 'Model calls do not take the priority tier',
    why: 'Each request chooses its price: one parameter makes every token dearer, and no budget sees it in time.',
    fix: "Leave service_tier out, or set 'flex' if it may wait. Where a contract needs the speed, turn this control off.",
    severity: 'low',
    where: aiAccounts,
    prevent: {
      scp: [
        // Not negated: a request without the key takes the default tier.
        asking('bedrock:InvokeModel*', key),
        ...(isMantleUsed ? [asking(mantle, mantleKey)] : []),
      ],
    },
    promises: [
      {
        that: 'Nobody asks a model for the priority tier, with an answer at once or as it is written',
        deny: asking([action, 'bedrock:InvokeModelWithResponseStream'], key),
      },
      {
        that: 'Nobody does so by mantle',
        deny: asking(mantle, mantleKey),
      },
    ],
    satisfies: [
      judged('nist-800-53-r5', ['SC-6']),
      judged('soc-2', ['A1.1']),
      judged('iso-42001', ['A.4.5']),
      judged('nist-ai-rmf', ['MANAGE 1.3']),
    ],
    examples: [
      call('a call asks for priority', action, { [key]: 'priority' }, true),
      ...(isMantleUsed ? [call('a call to mantle asks for it', mantle, { [mantleKey]: 'priority' }, true)] : []),
      call('a call names no tier', action, {}, false),
      call('a call may wait', action, { [key]: 'flex' }, false),
    ],
  };
});
