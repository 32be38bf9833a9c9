import { evaluate } from '../../lambda/evaluate';
import { type Answers, fakeClients, inPages, serviceError } from './fake-clients';
import { recordedEvent } from './recorded-events';

const configuration = 'arn:aws:sagemaker:eu-central-1:111122223333:endpoint-config/fraud-scoring-3';
const token = 'eyJlbmNyeXB0ZWREYXRhIjpbLTQyLDExLDk3XX0=';

const config: Answers = { PutEvaluations: () => ({}), GetComplianceDetailsByConfigRule: () => ({}) };
const logging = { check: 'bedrock-invocation-logging' };
const cards = { check: 'model-card-present' };

/** What Config was told, batch by batch. */
async function told(event: Parameters<typeof evaluate>[0], answers: Answers = {}) {
  const { clients, requests } = fakeClients({ ...config, ...answers });
  await evaluate(event, clients);
  return requests.filter(({ command }) => command === 'PutEvaluations').map(({ input }) => input);
}

const earlierResults = (...ids: string[]) =>
  inPages(
    'EvaluationResults',
    ids.map((ResourceId) => ({
      EvaluationResultIdentifier: {
        EvaluationResultQualifier: { ResourceType: 'AWS::SageMaker::ModelPackageGroup', ResourceId },
      },
    })),
  );

const groupsWithoutVersions = (count: number): Answers => ({
  ListModelPackageGroups: () => ({
    ModelPackageGroupSummaryList: Array.from({ length: count }, (_, n) => ({ ModelPackageGroupName: `group-${n}` })),
  }),
  ListModelPackages: () => ({ ModelPackageSummaryList: [] }),
});

describe('a change', () => {
  it('is judged at the time at which Config recorded it, under the id that Config gives it', async () => {
    expect(await told(recordedEvent('created'))).toEqual([
      {
        Evaluations: [
          {
            ComplianceResourceType: 'AWS::SageMaker::EndpointConfig',
            ComplianceResourceId: configuration,
            ComplianceType: 'COMPLIANT',
            Annotation: undefined,
            OrderingTimestamp: new Date('2026-10-05T09:14:02.117Z'),
          },
        ],
        ResultToken: token,
        TestMode: false,
      },
    ]);
  });

  it('of a resource that was there before is judged too', async () => {
    const event = recordedEvent('created');
    const [batch] = await told({
      ...event,
      invokingEvent: event.invokingEvent.replace('"ResourceDiscovered"', '"OK"'),
    });
    expect(batch?.Evaluations).toMatchObject([{ ComplianceType: 'COMPLIANT' }]);
  });

  it.each(['deleted', 'left-scope'])('does not concern the rule any more when the resource is %s', async (name) => {
    const [batch] = await told(recordedEvent(name));
    expect(batch?.Evaluations).toMatchObject([
      { ComplianceResourceId: configuration, ComplianceType: 'NOT_APPLICABLE' },
    ]);
  });

  it('too large for an event is looked up', async () => {
    const [batch] = await told(recordedEvent('oversized'), {
      DescribeEndpointConfig: ({ EndpointConfigName }) =>
        EndpointConfigName === 'fraud-scoring-3'
          ? { ProductionVariants: [{ InstanceType: 'ml.m5.large' }] }
          : undefined,
    });
    expect(batch?.Evaluations).toMatchObject([
      { ComplianceResourceId: configuration, ComplianceType: 'NON_COMPLIANT' },
    ]);
  });

  it('is refused by a check that runs by the clock only', async () => {
    await expect(told(recordedEvent('created', logging))).rejects.toThrow(
      /bedrock-invocation-logging runs by a schedule/,
    );
  });
});

describe('a scheduled run', () => {
  it('reports at the time at which Config started it', async () => {
    const [batch] = await told(recordedEvent('scheduled', logging), {
      GetModelInvocationLoggingConfiguration: () => ({}),
    });
    expect(batch?.Evaluations).toMatchObject([
      {
        ComplianceResourceType: 'AWS::::Account',
        ComplianceResourceId: '111122223333',
        ComplianceType: 'NON_COMPLIANT',
        OrderingTimestamp: new Date('2026-10-05T21:50:00.373Z'),
      },
    ]);
  });

  it('takes back what the rule said of resources that it does not find any more, and of no other', async () => {
    const [batch] = await told(recordedEvent('scheduled', cards), {
      ...groupsWithoutVersions(1),
      GetComplianceDetailsByConfigRule: earlierResults('group-0', 'deleted-a', 'deleted-b'),
    });
    expect(batch?.Evaluations).toMatchObject([
      { ComplianceResourceId: 'group-0', Annotation: 'No version of it is approved.' },
      { ComplianceResourceId: 'deleted-a', ComplianceType: 'NOT_APPLICABLE' },
      { ComplianceResourceId: 'deleted-b', ComplianceType: 'NOT_APPLICABLE' },
    ]);
  });

  it('says of the account that there is nothing to check where there is nothing', async () => {
    const [batch] = await told(recordedEvent('scheduled', cards), {
      ...groupsWithoutVersions(0),
      GetComplianceDetailsByConfigRule: earlierResults('deleted'),
    });
    expect(batch?.Evaluations).toMatchObject([
      { ComplianceResourceType: 'AWS::::Account', ComplianceType: 'NOT_APPLICABLE' },
      { ComplianceResourceId: 'deleted', ComplianceType: 'NOT_APPLICABLE' },
    ]);
  });

  it('does not apply to a region without the service, and takes nothing back there', async () => {
    const missing = Object.assign(new Error('getaddrinfo ENOTFOUND bedrock.mx-central-1.amazonaws.com'), {
      code: 'ENOTFOUND',
      hostname: 'bedrock.mx-central-1.amazonaws.com',
    });
    const [batch] = await told(recordedEvent('scheduled', logging), {
      GetModelInvocationLoggingConfiguration: () => missing,
      GetComplianceDetailsByConfigRule: earlierResults('kept'),
    });
    expect(batch?.Evaluations).toMatchObject([
      {
        ComplianceType: 'NOT_APPLICABLE',
        Annotation: expect.stringContaining('bedrock.mx-central-1.amazonaws.com'),
      },
    ]);
  });

  it.each([
    serviceError('AccessDeniedException'),
    serviceError('ThrottlingException'),
    Object.assign(new Error('getaddrinfo EAI_AGAIN bedrock'), { code: 'EAI_AGAIN', hostname: 'bedrock' }),
  ])('fails on %s, and reports nothing', async (error) => {
    const { clients, requests } = fakeClients({ ...config, GetModelInvocationLoggingConfiguration: () => error });
    await expect(evaluate(recordedEvent('scheduled', logging), clients)).rejects.toBe(error);
    expect(requests.map(({ command }) => command)).not.toContain('PutEvaluations');
  });
});

describe('a rule', () => {
  it.each<Record<string, string>>([{}, { check: 'endpoint-encryptd' }, { check: 'constructor' }])(
    'with the parameters %j names no check, and is told those that there are',
    async (parameters) => {
      await expect(told(recordedEvent('scheduled', parameters))).rejects.toThrow(
        /use one of agent-roles, .+, bedrock-guardrail-present, .+, script-secrets$/,
      );
    },
  );

  it('is not triggered by what no rule asks for', async () => {
    await expect(told(recordedEvent('snapshot'))).rejects.toThrow(
      /triggered by ConfigurationSnapshotDeliveryCompleted/,
    );
  });
});
