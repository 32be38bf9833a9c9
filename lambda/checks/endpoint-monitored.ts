import { ListMonitoringSchedulesCommand } from '@aws-sdk/client-sagemaker';
import { type Check, faultsVerdict } from '../check';
import type { Clients } from '../clients';
import { pages } from '../pages';
import { endpoints } from './endpoints';

/** Schedules that look at something: one that is being made will. */
const running: readonly (string | undefined)[] = ['Pending', 'Scheduled'];

/** Every endpoint that answers has a monitoring schedule that runs, whichever of the four kinds it is. */
export const endpointMonitored: Check = {
  async onSchedule({ clients: { sagemaker } }) {
    const monitored = await monitoredEndpoints(sagemaker);
    const verdicts = [];
    for await (const { EndpointName: name, EndpointArn: arn } of endpoints(sagemaker, { StatusEquals: 'InService' })) {
      if (!name || !arn) continue;
      const faults = monitored.has(name)
        ? []
        : ['No monitoring schedule of it runs: make one, or start one that is stopped.'];
      verdicts.push(faultsVerdict('AWS::SageMaker::Endpoint', arn, faults));
    }
    return verdicts;
  },
};

async function monitoredEndpoints(sagemaker: Clients['sagemaker']): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const list = pages((NextToken) => sagemaker.send(new ListMonitoringSchedulesCommand({ MaxResults: 100, NextToken })));
  for await (const { MonitoringScheduleSummaries = [] } of list)
    for (const { EndpointName, MonitoringScheduleStatus } of MonitoringScheduleSummaries)
      if (EndpointName && running.includes(MonitoringScheduleStatus)) names.add(EndpointName);
  return names;
}
