import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, encryptedInTransit } from '../shared/mappings';
import { mustNotBeOff } from '../shared/schedule-settings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-monitor-schedule-encryption',
  title: 'Monitoring schedules encrypt the traffic between containers',
  why: 'A schedule with a job of its own bypasses what job definitions must have.',
  fix: 'Set EnableInterContainerTrafficEncryption true in the NetworkConfig, or refer to a job definition.',
  severity: 'medium',
  where: workloads,
  ...mustNotBeOff({ key: 'sagemaker:InterContainerTrafficEncryption', name: 'encryption', off: 'in the clear' }),
  detect: {
    managed: 'SAGEMAKER_MONITORING_SCHEDULE_TRAFFIC_ENCRYPTION',
    resourceTypes: ['AWS::SageMaker::MonitoringSchedule'],
    regions: { except: ['us-west-2'] },
  },
  satisfies: [checkedBySecurityHub('SageMaker.22'), ...encryptedInTransit, judged('nist-ai-rmf', ['MEASURE 2.7'])],
});
