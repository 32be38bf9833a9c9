import type { AnomalyMonitor, MonitorDimension } from '@aws-sdk/client-cost-explorer';
import type { CostExplorerOperations, Shape } from './api';
import { invalid } from './errors';
import type { CostExplorerState } from './state';

const dimensions: readonly MonitorDimension[] = ['SERVICE', 'LINKED_ACCOUNT'];

/** Anomaly monitors: what is watched. */
export const monitorOperations = (state: CostExplorerState): CostExplorerOperations => ({
  CreateAnomalyMonitor: ({ account, input }) => {
    const settings = checked(input.AnomalyMonitor);
    checkQuota(state, account, settings);
    return { MonitorArn: state.monitors.create(account, settings, input.ResourceTags).arn };
  },
  GetAnomalyMonitors: ({ account, input }) => ({
    AnomalyMonitors: state.monitors
      .listOf(account, input.MonitorArnList)
      .map(({ arn, settings }) => ({ ...settings, MonitorArn: arn })),
  }),
  UpdateAnomalyMonitor: ({ account, input }) => {
    const monitor = state.monitors.find(account, input.MonitorArn);
    monitor.settings = { ...monitor.settings, MonitorName: input.MonitorName ?? monitor.settings.MonitorName };
    return { MonitorArn: monitor.arn };
  },
  DeleteAnomalyMonitor: ({ account, input }) => {
    state.monitors.delete(account, input.MonitorArn);
    return {};
  },
});

function checked(monitor: Partial<Shape<AnomalyMonitor>> = {}): Shape<AnomalyMonitor> {
  const { MonitorName, MonitorType, MonitorDimension, MonitorSpecification } = monitor;
  if (!MonitorName) throw invalid('Monitor name is missing');
  if (MonitorType === 'CUSTOM') {
    if (!MonitorSpecification || MonitorDimension)
      throw invalid('A CUSTOM monitor has a specification, and no dimension');
    return { MonitorName, MonitorType, MonitorSpecification };
  }
  if (MonitorType !== 'DIMENSIONAL') throw invalid(`Unknown monitor type ${MonitorType}`);
  if (MonitorDimension === undefined || !dimensions.includes(MonitorDimension))
    throw invalid(`Monitor dimension ${MonitorDimension} is not emulated`);
  if (MonitorSpecification) throw invalid('Monitor specification is not allowed with this dimension');
  return { MonitorName, MonitorType, MonitorDimension };
}

/** An account has one monitor of each dimension (cloudformation-coverage-roadmap#2515). */
function checkQuota(
  { monitors }: CostExplorerState,
  account: string,
  { MonitorDimension }: Shape<AnomalyMonitor>,
): void {
  if (!MonitorDimension) return;
  if (monitors.list(account).some(({ settings }) => settings.MonitorDimension === MonitorDimension))
    throw invalid('Limit exceeded on dimensional spend monitor creation');
}
