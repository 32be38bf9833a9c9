import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'bedrock-agentcore:InvokeAgentRuntimeCommandShell';

export default defineControl({
  id: 'agentcore-runtime-shell',
  title: 'Nobody opens a shell in a running agent',
  why: "A command in the agent's machine reads the session of a user and acts with the agent's credentials.",
  fix: 'Look into the traces and logs of the agent. In an emergency use the break-glass role.',
  severity: 'high',
  where: workloads,
  // Both of them: InvokeAgentRuntimeCommand runs one command, InvokeAgentRuntimeCommandShell a session.
  prevent: { scp: [{ Action: 'bedrock-agentcore:InvokeAgentRuntimeCommand*' }], exempt: ['breakGlass'] },
  promises: [
    {
      that: 'Nobody, the deploy role among them, runs a command in an agent, but in an emergency',
      deny: {
        Action: ['bedrock-agentcore:InvokeAgentRuntimeCommand', 'bedrock-agentcore:InvokeAgentRuntimeCommandShell'],
      },
      exempt: ['breakGlass'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-6', 'AC-17']),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC8.1']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'a developer opens a shell', action, denied: true },
    { when: 'a developer runs one command', action: 'bedrock-agentcore:InvokeAgentRuntimeCommand', denied: true },
    { when: 'the break-glass role opens a shell', action, principal: 'breakGlass', denied: false },
    { when: 'the agent is asked something', action: 'bedrock-agentcore:InvokeAgentRuntime', denied: false },
  ],
});
