import type { Call, Handler, Json } from '../../toolkit/untyped';
import { type CostExplorerState, idOf, invalid, type Resource, unknown } from './state';

/** Anomaly monitors: what is watched. */
export function monitorOperations(state: CostExplorerState): Record<string, Handler> {
  return {
    CreateAnomalyMonitor: (call) => {
      const settings = checked(call.input.AnomalyMonitor);
      checkQuota(state, call, settings);
      return { MonitorArn: state.create(state.monitors, call, 'anomalymonitor', settings).arn };
    },
    GetAnomalyMonitors: (call) => ({
      AnomalyMonitors: (call.input.MonitorArnList
        ? call.input.MonitorArnList.map((arn: string) => findMonitor(state, call, arn))
        : state.monitors.list(call.account)
      ).map(({ arn, settings }: Resource) => ({ ...settings, MonitorArn: arn })),
    }),
    UpdateAnomalyMonitor: (call) => {
      const monitor = findMonitor(state, call, call.input.MonitorArn);
      monitor.settings = { ...monitor.settings, MonitorName: call.input.MonitorName ?? monitor.settings.MonitorName };
      return { MonitorArn: monitor.arn };
    },
    DeleteAnomalyMonitor: (call) => {
      state.monitors.delete(call.account, idOf(findMonitor(state, call, call.input.MonitorArn).arn));
      return {};
    },
  };
}

/** The caller's monitor of this ARN. */
export function findMonitor(state: CostExplorerState, { account }: Pick<Call, 'account'>, arn: string): Resource {
  const monitor = state.monitors.get(account, idOf(arn));
  if (monitor?.arn !== arn) throw unknown('Monitor', arn);
  return monitor;
}

function checked({ MonitorName, MonitorType, MonitorDimension, MonitorSpecification }: Json): Json {
  if (!MonitorName) throw invalid('Monitor name is missing');
  if (MonitorType === 'CUSTOM') {
    if (!MonitorSpecification || MonitorDimension)
      throw invalid('A CUSTOM monitor has a specification, and no dimension');
    return { MonitorName, MonitorType, MonitorSpecification };
  }
  if (MonitorType !== 'DIMENSIONAL') throw invalid(`Unknown monitor type ${MonitorType}`);
  if (!['SERVICE', 'LINKED_ACCOUNT'].includes(MonitorDimension))
    throw invalid(`Monitor dimension ${MonitorDimension} is not emulated`);
  if (MonitorSpecification) throw invalid('Monitor specification is not allowed with this dimension');
  return { MonitorName, MonitorType, MonitorDimension };
}

/** An account has one monitor of each dimension (cloudformation-coverage-roadmap#2515). */
function checkQuota(state: CostExplorerState, { account }: Call, { MonitorDimension }: Json): void {
  if (!MonitorDimension) return;
  if (state.monitors.list(account).some(({ settings }) => settings.MonitorDimension === MonitorDimension))
    throw invalid('Limit exceeded on dimensional spend monitor creation');
}
