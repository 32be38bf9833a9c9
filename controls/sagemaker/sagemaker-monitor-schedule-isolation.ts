import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, sendsNothing } from '../shared/mappings';
import { mustNotBeOff } from '../shared/schedule-settings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-monitor-schedule-isolation',
  title: 'Monitoring schedules do not open the network',
  why: 'A custom monitor runs any image over captured data, every hour and unattended.',
  fix: 'Set EnableNetworkIsolation true in the NetworkConfig of the schedule, or refer to a job definition.',
  severity: 'medium',
  where: workloads,
  ...mustNotBeOff({ key: 'sagemaker:NetworkIsolation', name: 'isolation', off: 'with a network' }),
  detect: {
    managed: 'SAGEMAKER_MONITORING_SCHEDULE_ISOLATION',
    resourceTypes: ['AWS::SageMaker::MonitoringSchedule'],
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.14'),
    judged('nist-800-53-r5', ['AC-4', 'SC-7']),
    ...sendsNothing,
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
});
