import { zoneOf } from '../support/zone';

const control = zoneOf().controls.find(({ id }) => id === 'identity-full-ai-access');
const detect = control?.detect;
const asked = detect && 'managed' in detect ? String(detect.parameters?.policyArns).split(',') : [];

describe('the policies of AWS that nobody has', () => {
  it('are asked for by their ARNs, one of each service, that of the registry of agents apart from AgentCore too', () => {
    for (const name of [
      'AmazonBedrockFullAccess',
      'BedrockAgentCoreFullAccess',
      'AgentRegistryFullAccess',
      'AmazonSageMakerFullAccess',
    ])
      expect(asked).toContain(`arn:aws:iam::aws:policy/${name}`);
  });

  it('are those of which an example says that they do not comply', () => {
    const named = (control?.examples ?? []).flatMap(({ when }) => /^\w+FullAccess/.exec(when)?.[0] ?? []);
    expect(named.length).toBeGreaterThan(2);
    expect(asked).toEqual(expect.arrayContaining(named.map((name) => `arn:aws:iam::aws:policy/${name}`)));
  });
});
