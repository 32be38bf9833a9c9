import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { type Check, faultsVerdict, type Verdict } from '../check';
import { pages } from '../pages';

/**
 * Where agents log by themselves, and where AWS delivers the logs of memories, gateways and tools without a policy of the log group:
 * AgentCore Developer Guide, observability-configure.
 */
const prefixes = ['/aws/bedrock-agentcore/', '/aws/vendedlogs/bedrock-agentcore/'];

/**
 * The log groups of AgentCore mask what a data protection policy names, be it their own or that of the account; what was logged before it is
 * not masked. Fields: CloudWatch Logs API Reference, LogGroup.
 */
export const agentcoreLogsMasked: Check = {
  async onSchedule({ clients: { logs } }) {
    const verdicts: Verdict[] = [];
    for (const logGroupNamePrefix of prefixes) {
      const list = pages((nextToken) => logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix, nextToken })));
      for await (const { logGroups = [] } of list)
        for (const { logGroupName = '', dataProtectionStatus, inheritedProperties = [] } of logGroups) {
          const isMasked =
            dataProtectionStatus === 'ACTIVATED' || inheritedProperties.includes('ACCOUNT_DATA_PROTECTION');
          verdicts.push(faultsVerdict('AWS::Logs::LogGroup', logGroupName, isMasked ? [] : [unmasked]));
        }
    }
    return verdicts;
  },
};

const unmasked = 'Nothing masks what agents log here: give the log group a data protection policy.';
