import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'agentcore-agent-roles',
  title: 'Every agent, runtime and gateway has a role of its own that may do what it needs',
  why: 'With a shared or boundless role one agent that was misled acts as every other, and no log tells them apart.',
  fix: 'Give it a role that no other has, without s3:* and its like; name resources for PassRole, AssumeRole and tokens.',
  severity: 'high',
  where: aiAccounts,
  detect: { lambda: 'agent-roles', frequency: 'TwentyFour_Hours' },
  satisfies: [
    judged('nist-800-53-r5', ['AC-5', 'AC-6', 'AC-6(10)', 'IA-9']),
    judged('hipaa', ['164.308(a)(4)', '164.312(a)(1)']),
    judged('gdpr', ['Art. 25', 'Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('eu-ai-act', ['Art. 14', 'Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.9.2']),
    judged('nist-ai-rmf', ['GOVERN 2.1', 'MEASURE 2.7']),
  ],
  examples: [
    { when: 'the role allows bedrock:InvokeModel* and one table, and nothing else has it', compliant: true },
    { when: 'two runtimes of a region have the same role', compliant: false },
    { when: 'the role allows dynamodb:*', compliant: false },
    { when: 'the role may take the access token of any workload identity', compliant: false },
  ],
});
