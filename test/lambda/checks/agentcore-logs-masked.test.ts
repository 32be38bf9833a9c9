import { agentcoreLogsMasked } from '../../../lambda/checks/agentcore-logs-masked';
import { fakeClients, type Input, inPages } from '../fake-clients';

const runtimes = '/aws/bedrock-agentcore/runtimes/triage-DEFAULT';

/** What it says of log groups of AgentCore, as DescribeLogGroups lists them by a prefix. */
async function judged(...groups: readonly { readonly logGroupName: string }[]) {
  const { clients, requests } = fakeClients({
    DescribeLogGroups: (input: Input) =>
      inPages(
        'logGroups',
        groups.filter(({ logGroupName }) => logGroupName.startsWith(String(input.logGroupNamePrefix))),
        'nextToken',
      )(input),
  });
  return {
    verdicts: await agentcoreLogsMasked.onSchedule({ accountId: '111122223333', parameters: {}, clients }),
    requests,
  };
}

const group = (logGroupName: string, more: object = {}) => ({ logGroupName, ...more });

describe('a log group of AgentCore', () => {
  it.each([
    ['has a data protection policy', { dataProtectionStatus: 'ACTIVATED' }],
    ['inherits that of the account', { inheritedProperties: ['ACCOUNT_DATA_PROTECTION'] }],
    [
      'has one that is off, and inherits',
      { dataProtectionStatus: 'DISABLED', inheritedProperties: ['ACCOUNT_DATA_PROTECTION'] },
    ],
  ])('complies where it %s', async (_how, more) => {
    expect((await judged(group(runtimes, more))).verdicts).toEqual([
      { resourceType: 'AWS::Logs::LogGroup', resourceId: runtimes, compliance: 'COMPLIANT' },
    ]);
  });

  it.each(['DELETED', 'ARCHIVED', 'DISABLED', undefined])('does not comply where its policy is %s', async (status) => {
    const { verdicts } = await judged(group(runtimes, { dataProtectionStatus: status }));
    expect(verdicts).toMatchObject([
      { compliance: 'NON_COMPLIANT', annotation: expect.stringContaining('data protection policy') },
    ]);
  });

  it('is found under both prefixes, on every page, and no other log group is asked about', async () => {
    const delivered = '/aws/vendedlogs/bedrock-agentcore/memory/notes';
    const { verdicts, requests } = await judged(
      group(runtimes),
      group('/aws/bedrock-agentcore/runtimes/other'),
      group(delivered),
      group('/aws/lambda/triage'),
    );
    expect(verdicts.map(({ resourceId }) => resourceId)).toEqual([
      runtimes,
      '/aws/bedrock-agentcore/runtimes/other',
      delivered,
    ]);
    expect(requests.map(({ input }) => input.logGroupNamePrefix)).toEqual([
      '/aws/bedrock-agentcore/',
      '/aws/bedrock-agentcore/',
      '/aws/vendedlogs/bedrock-agentcore/',
    ]);
  });
});
