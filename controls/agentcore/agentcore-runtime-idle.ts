import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

export default defineControl({
  id: 'agentcore-runtime-idle',
  title: 'Sessions of agents that nobody uses end within an hour',
  why: 'A session keeps what a person said and the rights of the agent; the longer it waits, the more find it open.',
  fix: 'Leave idleRuntimeSessionTimeout out, which is 15 minutes, or set it to 3600 seconds at most.',
  severity: 'low',
  where: workloads,
  // IAM has no condition key for it, so it is not prevented. Default: AgentCore API, LifecycleConfiguration.
  detect: {
    guard: `rule idle_sessions_end when configuration.LifecycleConfiguration.IdleRuntimeSessionTimeout exists {
  configuration.LifecycleConfiguration.IdleRuntimeSessionTimeout <= 3600
}`,
    resourceTypes: ['AWS::BedrockAgentCore::Runtime'],
    regions: { except: ['ap-northeast-3', 'sa-east-1', 'us-west-1'] },
  },
  satisfies: [
    judged('nist-800-53-r5', ['AC-2(5)', 'AC-12', 'SC-10']),
    judged('hipaa', ['164.312(a)(2)(iii)']),
    judged('soc-2', ['CC6.1']),
    judged('iso-42001', ['A.6.2.6']),
  ],
  examples: [
    { when: 'a runtime names no timeout: AWS takes 15 minutes', compliant: true },
    { when: 'a runtime ends idle sessions after half an hour', compliant: true },
    { when: 'a runtime keeps them for eight hours', compliant: false },
  ],
});
