import { AuthorizerType } from '@aws-sdk/client-bedrock-agentcore-control';
import { zoneOf } from '../support/zone';

const key = 'bedrock-agentcore:GatewayAuthorizerType';
const control = zoneOf().controls.find(({ id }) => id === 'agentcore-gateway-authorizer');

describe('the authorizers of gateways', () => {
  it('are each decided: denied where the gateway makes no decision, free where it does', () => {
    const denied = control?.prevent?.scp.flatMap(({ Condition }) => Condition?.StringEquals?.[key] ?? []);
    const decides: readonly string[] = [AuthorizerType.AWS_IAM, AuthorizerType.CUSTOM_JWT];
    expect([...(denied ?? []), ...decides].sort()).toEqual(Object.values(AuthorizerType).sort());
  });
});
