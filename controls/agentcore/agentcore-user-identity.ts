import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'bedrock-agentcore:GetWorkloadAccessTokenForUserId';

export default defineControl({
  id: 'agentcore-user-identity',
  title: 'An agent acts for a person only with a token of the identity provider',
  why: 'These calls take the name of the user as plain text: whoever makes them gets the agent to act for anybody.',
  fix: "Send the user's JWT: CUSTOM_JWT as authorizer of the runtime, GetWorkloadAccessTokenForJWT for outbound calls.",
  severity: 'high',
  where: workloads,
  prevent: {
    scp: [
      {
        Action: [
          action,
          'bedrock-agentcore:InvokeAgentRuntimeForUser',
          'bedrock-agentcore:InvokeAgentRuntimeWithWebSocketStreamForUser',
        ],
      },
    ],
  },
  promises: [
    {
      that: 'Nobody gets a token of a person, or calls an agent for one, by writing the name of the person',
      deny: {
        Action: ['bedrock-agentcore:GetWorkloadAccessTokenForUserId', 'bedrock-agentcore:InvokeAgentRuntimeForUser'],
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'IA-2', 'IA-8']),
    judged('hipaa', ['164.312(d)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.9.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7', 'MEASURE 2.8']),
  ],
  examples: [
    { when: 'a token is asked for by the name of a user', action, denied: true },
    {
      when: 'a caller names the user in a header',
      action: 'bedrock-agentcore:InvokeAgentRuntimeForUser',
      denied: true,
    },
    {
      when: 'a token is asked for with the JWT of a user',
      action: 'bedrock-agentcore:GetWorkloadAccessTokenForJWT',
      denied: false,
    },
    { when: 'the agent is called on behalf of no user', action: 'bedrock-agentcore:InvokeAgentRuntime', denied: false },
  ],
});
