import { defineControl } from '../../schema/forms/control';
import { recordsUse } from '../shared/mappings';
import { accountsWithoutLogging } from '../where';

const action = 'bedrock:InvokeModel';
const batch = 'bedrock:CreateModelInvocationJob';
const model = 'arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-v1';

export default defineControl({
  id: 'bedrock-logged-calls',
  title: 'Models are called only from accounts whose calls are logged',
  why: 'What a model was asked and answered would be kept nowhere, so no complaint and no incident could be looked into.',
  fix: "Write ai: { dataClassification: 'internal', bedrock: {} } in the account's file; deploy ai-<name>, then management.",
  severity: 'critical',
  where: accountsWithoutLogging,
  // Agents, flows and knowledge bases call models by a role of the account: it is denied the same.
  prevent: { scp: [{ Action: ['bedrock:InvokeModel*', batch] }] },
  promises: [
    {
      that: 'Nobody, the deploy role and the emergency role among them, calls a model where no call is logged',
      deny: { Action: [action, 'bedrock:InvokeModelWithResponseStream', batch] },
    },
  ],
  satisfies: recordsUse,
  examples: [
    { when: 'a model is called', action, resource: model, denied: true },
    { when: 'the deploy role calls one', action, resource: model, principal: 'deployRole', denied: true },
    { when: 'a batch is asked for', action: batch, denied: true },
    { when: 'somebody looks which models there are', action: 'bedrock:ListFoundationModels', denied: false },
  ],
});
