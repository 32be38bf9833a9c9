import { matchingActions } from '../../../policy/iam/action-resources';
import { actionsOfAiServices, aiServiceNames, aiServices } from '../../../schema/facts/ai-services';
import { names } from '../../../schema/facts/names';
import { boundAccounts, controlsDenying, evaluatorOf } from '../../support/proofs';
import { type ZoneChange, zoneOf } from '../../support/zone';

const deniedIn = (change: ZoneChange = {}) => {
  const zone = zoneOf(change);
  const evaluator = evaluatorOf(zone);
  return (account: string, action: string, principal?: string) =>
    controlsDenying(evaluator, { account, action, principal, context: { 'aws:RequestedRegion': zone.homeRegion } });
};

const byDefault = deniedIn();

/** One action of AWS for each that the list has: a wildcard stands for all of them. */
const oneOfEach = async (patterns: readonly string[]): Promise<readonly string[]> =>
  Promise.all(
    patterns.map(async (pattern) => {
      const [first] = await matchingActions(pattern);
      if (first === undefined) throw new Error(`AWS has no action ${pattern}`);
      return first;
    }),
  );

describe('an AI service that nobody approved', () => {
  it('is used by nobody in any account, the deploy role and the emergency role among them', async () => {
    for (const action of await oneOfEach(actionsOfAiServices([])))
      for (const { name } of boundAccounts(zoneOf({ controls: [] })))
        for (const principal of [undefined, 'deployRole', 'breakGlass'])
          expect({ name, action, by: byDefault(name, action, principal) }).toEqual({
            name,
            action,
            by: expect.arrayContaining(['ai-services-approved']),
          });
  });

  it('may be described by the recorder of AWS Config, wherever it is', () => {
    for (const account of ['security', 'models', 'sandbox'])
      expect(byDefault(account, 'kendra:DescribeIndex', names.configRecorderRole({ name: 'acme-ai' }))).toEqual([]);
  });
});

describe('an approved AI service', () => {
  const settings = { ai: { approvedModels: ['anthropic.claude-*'], approvedServices: [...aiServiceNames] } };
  const denied = deniedIn({ settings });

  it.each(aiServiceNames)('is used in accounts with `ai`, and in no other: %s', async (name) => {
    for (const action of await oneOfEach(aiServices[name].actions)) {
      const others = ['ai-service-keys', 'bedrock-mantle-endpoint', 'bedrock-mantle-models'];
      expect(denied('models', action).filter((id) => !others.includes(id))).toEqual([]);
      for (const account of ['security', 'log-archive', 'sandbox'])
        expect(denied(account, action)).toContain('ai-accounts-only');
    }
  });

  it('leaves those that AWS has ended denied', () => {
    expect(denied('models', 'lookoutvision:DetectAnomalies')).toEqual(['ai-services-approved']);
  });

  it('has its own controls once it is approved, and mantle answers no workload even then', () => {
    const call = 'bedrock-mantle:CreateInference';
    expect(byDefault('models', call)).toEqual(['ai-services-approved']);
    expect(denied('models', call)).toEqual(['bedrock-mantle-endpoint', 'bedrock-mantle-models']);
  });

  it('has them as well where the control of approval is left out', () => {
    const unasked = {
      ai: { approvedModels: ['anthropic.claude-*'] },
      controls: { 'ai-services-approved': { mode: 'off' as const, reason: 'a trial' } },
    };
    const by = deniedIn({ settings: unasked });
    expect(by('models', 'bedrock-mantle:CreateInference')).toContain('bedrock-mantle-endpoint');
    expect(by('models', 'transcribe:StartTranscriptionJob')).toEqual(['ai-service-keys']);
  });

  it('needs keys of the company only once it is approved', () => {
    expect(denied('models', 'transcribe:StartTranscriptionJob')).toEqual(['ai-service-keys']);
    expect(byDefault('models', 'transcribe:StartTranscriptionJob')).toEqual(['ai-services-approved']);
  });
});

describe('an account without `ai`', () => {
  const denied = byDefault;
  const uses = [
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreateDomain',
    'sagemaker:CreateTrainingJob',
    'sagemaker:CreateEndpoint',
    'sagemaker:InvokeEndpoint',
    'sagemaker:StartPipelineExecution',
    'bedrock:CreateAgent',
    'bedrock:InvokeAgent',
    'bedrock:RetrieveAndGenerate',
    'bedrock:CreateKnowledgeBase',
    'bedrock-agentcore:CreateAgentRuntime',
    'bedrock-agentcore:InvokeAgentRuntime',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'aws-external-anthropic:CreateInference',
  ];

  it.each(uses)('is no place for %s', (action) => {
    for (const account of ['security', 'log-archive', 'sandbox', 'acquired'])
      for (const principal of [undefined, 'breakGlass', 'dataStewards'])
        expect(denied(account, action, principal)).toContain('ai-accounts-only');
    expect(denied('models', action)).not.toContain('ai-accounts-only');
  });

  it.each([
    'sagemaker:ListNotebookInstances',
    'sagemaker:DescribeModel',
    'sagemaker:StopNotebookInstance',
    'sagemaker:DeleteEndpoint',
    'bedrock:GetModelInvocationLoggingConfiguration',
    'bedrock:ListFoundationModels',
    'bedrock:DeleteAgent',
    'bedrock-agentcore:ListAgentRuntimes',
    'bedrock-agentcore:DeleteAgentRuntime',
  ])('is looked at and cleaned up: %s', (action) => {
    for (const account of ['security', 'log-archive', 'sandbox']) expect(denied(account, action)).toEqual([]);
  });

  it.each(['athena:StartQueryExecution', 'glue:GetTable', 'macie2:GetFindings', 'guardduty:ListFindings'])(
    'goes on with what is no AI: %s',
    (action) => {
      for (const account of ['security', 'log-archive', 'sandbox']) expect(denied(account, action)).toEqual([]);
    },
  );
});
