import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, sendsNothing } from '../shared/mappings';
import { workloads } from '../where';

const create = 'sagemaker:CreateMonitoringSchedule';
const update = 'sagemaker:UpdateMonitoringSchedule';
const key = 'sagemaker:NetworkIsolation';

export default defineControl({
  id: 'sagemaker-monitor-schedule-isolation',
  title: 'Monitoring schedules do not open the network',
  why: 'A custom monitor runs any image over captured data, every hour and unattended.',
  fix: 'Set EnableNetworkIsolation true in the NetworkConfig of the schedule, or refer to a job definition.',
  severity: 'medium',
  where: workloads,
  // Left out is not denied: a schedule that refers to a job definition has no network settings. Config sees the rest.
  prevent: { scp: [{ Action: [create, update], Condition: { Bool: { [key]: 'false' } } }] },
  detect: {
    managed: 'SAGEMAKER_MONITORING_SCHEDULE_ISOLATION',
    resourceTypes: ['AWS::SageMaker::MonitoringSchedule'],
  },
  promises: [
    {
      that: 'No schedule is made or changed to monitor with a network',
      deny: {
        Action: ['sagemaker:CreateMonitoringSchedule', 'sagemaker:UpdateMonitoringSchedule'],
        Condition: { StringEquals: { [key]: 'false' } },
      },
    },
    {
      that: 'No schedule is made that does not say so',
      deny: { Action: 'sagemaker:CreateMonitoringSchedule', Condition: { Null: { [key]: 'true' } } },
      exception:
        'A schedule that refers to a job definition has no network settings, and nothing tells the two apart. AWS Config reports the others.',
    },
  ],
  satisfies: [
    checkedBySecurityHub('SageMaker.14'),
    judged('nist-800-53-r5', ['AC-4', 'SC-7']),
    ...sendsNothing,
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'isolation is turned off', action: create, context: { [key]: 'false' }, denied: true },
    { when: 'an update turns it off', action: update, context: { [key]: 'false' }, denied: true },
    { when: 'isolation is on', action: create, context: { [key]: 'true' }, denied: false },
    { when: 'the schedule refers to a job definition', action: create, denied: false },
  ],
});
