import { endpointMonitored } from '../../../lambda/checks/endpoint-monitored';
import { fakeClients, inPages } from '../fake-clients';

const arnOf = (name: string) => `arn:aws:sagemaker:eu-central-1:111122223333:endpoint/${name}`;

/** Of endpoints, each with the states of its schedules. */
const run = async (endpoints: Readonly<Record<string, readonly string[]>>) => {
  const schedules = Object.entries(endpoints).flatMap(([EndpointName, states]) =>
    states.map((MonitoringScheduleStatus) => ({ EndpointName, MonitoringScheduleStatus })),
  );
  const { clients, requests } = fakeClients({
    ListEndpoints: inPages(
      'Endpoints',
      Object.keys(endpoints).map((EndpointName) => ({ EndpointName, EndpointArn: arnOf(EndpointName) })),
    ),
    ListMonitoringSchedules: inPages('MonitoringScheduleSummaries', schedules),
  });
  const verdicts = await endpointMonitored.onSchedule({ accountId: '111122223333', parameters: {}, clients });
  return { verdicts, requests };
};
const compliance = async (...states: readonly string[]) => (await run({ triage: states })).verdicts[0]?.compliance;

describe('an endpoint', () => {
  it('complies with a schedule that runs, or is about to', async () => {
    expect(await compliance('Scheduled')).toBe('COMPLIANT');
    expect(await compliance('Pending')).toBe('COMPLIANT');
    expect(await compliance('Stopped', 'Scheduled')).toBe('COMPLIANT');
  });

  it('does not comply without one, or with none that runs', async () => {
    expect(await compliance()).toBe('NON_COMPLIANT');
    expect(await compliance('Stopped', 'Failed')).toBe('NON_COMPLIANT');
  });

  it('is not kept by the schedule of another one, and each is named by its ARN with what to do', async () => {
    const { verdicts } = await run({ fraud: [], triage: ['Scheduled'] });
    expect(verdicts).toEqual([
      {
        resourceType: 'AWS::SageMaker::Endpoint',
        resourceId: arnOf('fraud'),
        compliance: 'NON_COMPLIANT',
        annotation: expect.stringMatching(/^No monitoring schedule of it runs: make one/),
      },
      { resourceType: 'AWS::SageMaker::Endpoint', resourceId: arnOf('triage'), compliance: 'COMPLIANT' },
    ]);
  });

  it('that answers nobody yet is not asked for', async () => {
    const { requests } = await run({ triage: ['Scheduled'] });
    const listed = requests.filter(({ command }) => command === 'ListEndpoints');
    expect(listed.map(({ input }) => input.StatusEquals)).toEqual(['InService']);
  });
});
