import { type Check, faultsVerdict, type Verdict } from '../check';
import { answeringAgents } from './agents';

/** Each agent of Bedrock has a guardrail of its own, by a numbered version: the draft changes under it. */
export const bedrockAgentGuardrail: Check = {
  async onSchedule({ clients: { bedrockAgent } }) {
    const verdicts: Verdict[] = [];
    for await (const { agentArn = '', guardrailConfiguration } of answeringAgents(bedrockAgent)) {
      const { guardrailIdentifier, guardrailVersion } = guardrailConfiguration ?? {};
      const fault = guardrailIdentifier
        ? guardrailVersion === 'DRAFT' && 'It uses the draft of its guardrail: make a version of it, and name that.'
        : 'It has no guardrail: set guardrailConfiguration, prepare the agent, and move its alias to the new version.';
      verdicts.push(faultsVerdict('AWS::Bedrock::Agent', agentArn, fault ? [fault] : []));
    }
    return verdicts;
  },
};
