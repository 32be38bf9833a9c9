import { bedrockAgentGuardrail } from '../../../lambda/checks/bedrock-agent-guardrail';
import { type Answers, fakeClients, inPages, serviceError } from '../fake-clients';

const arn = 'arn:aws:bedrock:eu-central-1:111122223333:agent/A1';

/** One agent, whose draft and newest version have these guardrails. */
const judged = async (answers: Answers, latestAgentVersion = 'DRAFT') => {
  const list = inPages('agentSummaries', [{ agentId: 'A1', latestAgentVersion }], 'nextToken');
  const { clients } = fakeClients({ ListAgents: list, ...answers });
  return bedrockAgentGuardrail.onSchedule({ accountId: '111122223333', parameters: {}, clients });
};
const agent = (guardrailConfiguration?: object) => ({ agentArn: arn, guardrailConfiguration });
const numbered = { guardrailIdentifier: 'g', guardrailVersion: '3' };

describe('the guardrail of an agent', () => {
  it('is that of its draft while it has no version', async () => {
    expect(await judged({ GetAgent: () => ({ agent: agent(numbered) }) })).toEqual([
      { resourceType: 'AWS::Bedrock::Agent', resourceId: arn, compliance: 'COMPLIANT' },
    ]);
  });

  it('is that of its newest version, not the one of the draft', async () => {
    const versions = {
      GetAgentVersion: () => ({ agentVersion: agent() }),
      GetAgent: () => ({ agent: agent(numbered) }),
    };
    expect(await judged(versions, '2')).toMatchObject([
      { compliance: 'NON_COMPLIANT', annotation: expect.stringContaining('no guardrail') },
    ]);
  });

  it('is one that nobody changes under it', async () => {
    const onDraft = agent({ guardrailIdentifier: 'g', guardrailVersion: 'DRAFT' });
    expect(await judged({ GetAgent: () => ({ agent: onDraft }) })).toMatchObject([
      { compliance: 'NON_COMPLIANT', annotation: expect.stringContaining('draft') },
    ]);
  });

  it('is not asked of an agent that was deleted since it was listed', async () => {
    expect(await judged({ GetAgent: () => serviceError('ResourceNotFoundException') })).toEqual([]);
  });
});
