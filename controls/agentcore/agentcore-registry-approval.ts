import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock-agentcore:UpdateRegistryRecordStatus';
/** The registry got a prefix of its own (Service Authorization Reference, AWS Agent Registry); the older one is closed, and stays denied. */
const moved = 'agent-registry:UpdateRegistryRecordStatus';

export default defineControl({
  id: 'agentcore-registry-approval',
  title: 'Only approvers approve agents and tools in a registry',
  why: 'Agents choose their tools from the registry, so the publisher of a tool must not be the one who approves it.',
  fix: 'Submit the record for approval (SubmitRegistryRecordForApproval) and ask a model approver.',
  severity: 'medium',
  where: aiAccounts,
  prevent: { scp: [{ Action: [action, moved] }], exempt: ['deployRole', 'modelApprovers'] },
  promises: [
    {
      that: 'Nobody but an approver or the deployment says that an agent or a tool may be used',
      deny: { Action: [action, moved] },
      exempt: ['deployRole', 'modelApprovers'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-5', 'CM-3', 'CM-7(5)']),
    judged('soc-2', ['CC8.1']),
    judged('eu-ai-act', ['Art. 14']),
    judged('iso-42001', ['A.6.2.5']),
    judged('nist-ai-rmf', ['GOVERN 1.6', 'GOVERN 2.1']),
  ],
  examples: [
    { when: 'the publisher approves a record', action, denied: true },
    { when: 'the publisher approves it by the registry of its own', action: moved, denied: true },
    { when: 'an approver approves it', action, principal: 'modelApprovers', denied: false },
    {
      when: 'the publisher submits a record',
      action: 'bedrock-agentcore:SubmitRegistryRecordForApproval',
      denied: false,
    },
  ],
});
