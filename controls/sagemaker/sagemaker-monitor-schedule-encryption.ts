import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, encryptedInTransit } from '../shared/mappings';
import { workloads } from '../where';

const create = 'sagemaker:CreateMonitoringSchedule';
const update = 'sagemaker:UpdateMonitoringSchedule';
const key = 'sagemaker:InterContainerTrafficEncryption';

export default defineControl({
  id: 'sagemaker-monitor-schedule-encryption',
  title: 'Monitoring schedules encrypt the traffic between containers',
  why: 'A schedule with a job of its own bypasses what job definitions must have.',
  fix: 'Set EnableInterContainerTrafficEncryption true in the NetworkConfig, or refer to a job definition.',
  severity: 'medium',
  where: workloads,
  // Left out is not denied: a schedule that refers to a job definition has no network settings. Config sees the rest.
  prevent: { scp: [{ Action: [create, update], Condition: { Bool: { [key]: 'false' } } }] },
  detect: {
    managed: 'SAGEMAKER_MONITORING_SCHEDULE_TRAFFIC_ENCRYPTION',
    resourceTypes: ['AWS::SageMaker::MonitoringSchedule'],
    regions: { except: ['us-west-2'] },
  },
  promises: [
    {
      that: 'No schedule is made or changed to monitor in the clear',
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
  satisfies: [checkedBySecurityHub('SageMaker.22'), ...encryptedInTransit, judged('nist-ai-rmf', ['MEASURE 2.7'])],
  examples: [
    { when: 'encryption is turned off', action: create, context: { [key]: 'false' }, denied: true },
    { when: 'an update turns it off', action: update, context: { [key]: 'false' }, denied: true },
    { when: 'encryption is on', action: create, context: { [key]: 'true' }, denied: false },
    { when: 'the schedule refers to a job definition', action: create, denied: false },
  ],
});
