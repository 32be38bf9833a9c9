import { GetPolicyEngineCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import { type Check, faultsVerdict, type Verdict } from '../check';
import type { Clients } from '../clients';
import { tryFind } from '../offered';
import { gateways } from './gateways';

/** Each gateway asks a policy engine before a tool is called, keeps to what it says, and tells callers nothing of its inside. */
export const agentcoreGatewayPolicy: Check = {
  async onSchedule({ clients: { agentCore } }) {
    const verdicts: Verdict[] = [];
    for await (const { gatewayArn = '', policyEngineConfiguration: engine, exceptionLevel } of gateways(agentCore)) {
      const faults = [
        ...(engine?.mode === 'ENFORCE' ? [] : [engine ? 'Its policy engine only logs: set ENFORCE.' : noEngine]),
        ...((await isUnderOwnKey(agentCore, engine?.arn)) ? [] : ['Its policy engine is not under a key of its own.']),
        ...(exceptionLevel === 'DEBUG' ? ['Its errors are those for debugging: take exceptionLevel away.'] : []),
      ];
      verdicts.push(faultsVerdict('AWS::BedrockAgentCore::Gateway', gatewayArn, faults));
    }
    return verdicts;
  },
};

const noEngine = 'It has no policy engine: attach one with mode ENFORCE.';

/** Where there is no engine that has been said already, and one of another account or region is not there to be asked. */
async function isUnderOwnKey(agentCore: Clients['agentCore'], arn: string | undefined): Promise<boolean> {
  if (arn === undefined) return true;
  const policyEngineId = arn.replace(/^.*\//, '');
  const engine = await tryFind(agentCore.send(new GetPolicyEngineCommand({ policyEngineId })));
  return engine === undefined || engine.encryptionKeyArn !== undefined;
}
