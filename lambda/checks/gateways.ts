import { GetGatewayCommand, ListGatewaysCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { Clients } from '../clients';
import { tryFind } from '../offered';
import { pages } from '../pages';

/** Every gateway of AgentCore in the region, described. */
export async function* gateways(agentCore: Clients['agentCore']) {
  const list = pages((nextToken) => agentCore.send(new ListGatewaysCommand({ maxResults: 100, nextToken })));
  for await (const { items = [] } of list)
    for (const { gatewayId: gatewayIdentifier } of items) {
      const gateway = await tryFind(agentCore.send(new GetGatewayCommand({ gatewayIdentifier })));
      if (gateway) yield gateway;
    }
}
