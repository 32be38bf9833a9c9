import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'bedrock:InvokeInlineAgent';

export default defineControl({
  id: 'bedrock-inline-agents',
  title: 'Workloads run no agent that is defined in the request',
  why: 'Instructions and tools of an inline agent come with the request: nobody reviewed them, no version is kept.',
  fix: 'Create the agent as a resource, prepare a version and call it by its alias.',
  severity: 'medium',
  where: workloads,
  prevent: { scp: [{ Action: action }] },
  promises: [
    { that: 'Nobody runs an agent that no version was kept of', deny: { Action: 'bedrock:InvokeInlineAgent' } },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CM-3', 'CM-5']),
    judged('soc-2', ['CC8.1']),
    judged('eu-ai-act', ['Art. 11', 'Art. 14']),
    judged('iso-42001', ['A.6.2.5', 'A.6.2.7']),
    judged('nist-ai-rmf', ['GOVERN 1.6', 'MAP 4.2']),
  ],
  examples: [
    { when: 'an agent is defined in the request', action, denied: true },
    { when: 'giving it a name does not help', action, context: { 'bedrock:InlineAgentName': 'triage' }, denied: true },
    { when: 'an agent is called by its alias', action: 'bedrock:InvokeAgent', denied: false },
  ],
});
