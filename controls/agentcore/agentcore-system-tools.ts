import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'bedrock-agentcore:StartBrowserSession';
const ofAws = (tool: string) => `arn:aws:bedrock-agentcore:*:aws:${tool}/*`;

export default defineControl({
  id: 'agentcore-system-tools',
  title: "Agents of workloads use browsers and code interpreters of the account, not AWS's own",
  why: 'The ready-made tools of AWS are in every account, run outside any VPC, and are not recorded.',
  fix: 'Create a browser or a code interpreter in a VPC of the account, and start sessions of that one.',
  severity: 'high',
  where: workloads,
  prevent: {
    scp: [
      {
        Action: [action, 'bedrock-agentcore:StartCodeInterpreterSession'],
        Resource: [ofAws('browser'), ofAws('code-interpreter')],
      },
    ],
  },
  promises: [
    {
      that: 'No agent opens the browser that AWS shares among its customers',
      deny: {
        Action: 'bedrock-agentcore:StartBrowserSession',
        Resource: 'arn:aws:bedrock-agentcore:*:aws:browser/aws.browser.v1',
      },
    },
    {
      that: 'No agent runs code in the interpreter that AWS shares among them',
      deny: {
        Action: 'bedrock-agentcore:StartCodeInterpreterSession',
        Resource: 'arn:aws:bedrock-agentcore:*:aws:code-interpreter/aws.codeinterpreter.v1',
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-4', 'CM-7', 'SC-7']),
    judged('soc-2', ['CC6.6']),
    judged('eu-ai-act', ['Art. 12', 'Art. 15']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    {
      when: "AWS's browser is started",
      action,
      resource: 'arn:aws:bedrock-agentcore:eu-central-1:aws:browser/aws.browser.v1',
      denied: true,
    },
    {
      when: "AWS's code interpreter is started",
      action: 'bedrock-agentcore:StartCodeInterpreterSession',
      resource: 'arn:aws:bedrock-agentcore:eu-central-1:aws:code-interpreter/aws.codeinterpreter.v1',
      denied: true,
    },
    {
      when: 'a browser of the account is started',
      action,
      resource: 'arn:aws:bedrock-agentcore:eu-central-1:123456789012:browser-custom/research-a1b2c3',
      denied: false,
    },
  ],
});
