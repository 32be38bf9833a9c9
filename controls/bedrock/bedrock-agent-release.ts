import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'bedrock:UpdateAgentAlias';

export default defineControl({
  id: 'bedrock-agent-release',
  title: 'Only approvers put a version of an agent or a flow behind an alias',
  why: 'Applications call the alias: whoever moves it changes what an agent does to people, without a second opinion.',
  fix: 'Prepare a version, try the draft, and ask a model approver to move the alias to it.',
  severity: 'medium',
  where: workloads,
  prevent: {
    scp: [
      {
        // Drafts stay open to whoever builds the agent: they answer on the alias TSTALIASID, which AWS makes.
        Action: ['bedrock:CreateAgentAlias', 'bedrock:CreateFlowAlias', action, 'bedrock:UpdateFlowAlias'],
      },
    ],
    exempt: ['deployRole', 'modelApprovers'],
  },
  promises: [
    {
      that: 'Nobody but an approver or the deployment puts an agent or a flow into use, or another version of it',
      deny: {
        Action: [
          'bedrock:CreateAgentAlias',
          'bedrock:CreateFlowAlias',
          'bedrock:UpdateAgentAlias',
          'bedrock:UpdateFlowAlias',
        ],
      },
      exempt: ['deployRole', 'modelApprovers'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-5', 'CM-3']),
    judged('soc-2', ['CC8.1']),
    judged('eu-ai-act', ['Art. 14', 'Art. 26(2)']),
    judged('iso-42001', ['A.6.2.5', 'A.9.2']),
    judged('nist-ai-rmf', ['GOVERN 2.1', 'MANAGE 1.3']),
  ],
  examples: [
    { when: 'whoever built a version releases it', action, denied: true },
    { when: 'an approver releases it', action, principal: 'modelApprovers', denied: false },
    { when: 'somebody edits the draft', action: 'bedrock:UpdateAgent', denied: false },
  ],
});
