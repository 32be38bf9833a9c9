import { agentcoreGatewayPolicy } from '../../../lambda/checks/agentcore-gateway-policy';
import { type Answers, fakeClients, inPages, serviceError } from '../fake-clients';

const arn = 'arn:aws:bedrock-agentcore:eu-central-1:111122223333:policy-engine/tools-a1b2c3d4e5';
const enforced = { arn, mode: 'ENFORCE' };
const encrypted = () => ({ encryptionKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/a' });

const judged = async (gateway: object, engine: Answers[string] = encrypted) => {
  const { clients, requests } = fakeClients({
    ListGateways: inPages('items', [{ gatewayId: 'g1' }], 'nextToken'),
    GetGateway: () => ({ gatewayArn: 'gateway', ...gateway }),
    GetPolicyEngine: engine,
  });
  return {
    verdicts: await agentcoreGatewayPolicy.onSchedule({ accountId: '111122223333', parameters: {}, clients }),
    requests,
  };
};

describe('the policy engine of a gateway', () => {
  it('complies where it decides and is under a key of the account', async () => {
    const { verdicts, requests } = await judged({ policyEngineConfiguration: enforced });
    expect(verdicts).toEqual([
      { resourceType: 'AWS::BedrockAgentCore::Gateway', resourceId: 'gateway', compliance: 'COMPLIANT' },
    ]);
    expect(requests).toContainEqual({ command: 'GetPolicyEngine', input: { policyEngineId: 'tools-a1b2c3d4e5' } });
  });

  it.each([
    ['is not there', {}, encrypted, 'no policy engine'],
    ['only logs', { policyEngineConfiguration: { arn, mode: 'LOG_ONLY' } }, encrypted, 'only logs'],
    ['is under a key of AWS', { policyEngineConfiguration: enforced }, () => ({}), 'key of its own'],
    [
      'decides, but errors tell callers too much',
      { policyEngineConfiguration: enforced, exceptionLevel: 'DEBUG' },
      encrypted,
      'exceptionLevel',
    ],
  ])('does not comply where it %s', async (_how, gateway, engine, annotation) => {
    expect((await judged(gateway, engine)).verdicts).toMatchObject([
      { compliance: 'NON_COMPLIANT', annotation: expect.stringContaining(annotation) },
    ]);
  });

  it('is taken for encrypted where it is not there to be asked', async () => {
    const gone = () => serviceError('ResourceNotFoundException');
    expect((await judged({ policyEngineConfiguration: enforced }, gone)).verdicts).toMatchObject([
      { compliance: 'COMPLIANT' },
    ]);
  });
});
