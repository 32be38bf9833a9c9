import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const stop = 'sagemaker:StopMonitoringSchedule';
const remove = 'sagemaker:DeleteMonitoringSchedule';

export default defineControl({
  id: 'sagemaker-monitoring-alive',
  title: 'Monitoring of models in use goes on',
  why: 'A model that nobody watches drifts until somebody is harmed, and the gap in the record cannot be filled later.',
  fix: 'Let the deploy role remove the schedule with its endpoint; start a stopped one (StartMonitoringSchedule).',
  severity: 'high',
  where: workloads,
  prevent: { exempt: ['deployRole', 'breakGlass'], scp: [{ Action: [remove, stop] }] },
  detect: {
    guard: `rule monitoring_schedule_alive when resourceType == "AWS::SageMaker::MonitoringSchedule" {
  configuration.MonitoringScheduleStatus in ["Pending", "Scheduled"]
}`,
    resourceTypes: ['AWS::SageMaker::MonitoringSchedule'],
  },
  promises: [
    {
      that: 'Nobody stops watching a model in use, but the deployment and in an emergency',
      deny: { Action: ['sagemaker:DeleteMonitoringSchedule', 'sagemaker:StopMonitoringSchedule'] },
      exempt: ['deployRole', 'breakGlass'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CA-7', 'SI-4']),
    judged('hipaa', ['164.308(a)(8)']),
    judged('gdpr', ['Art. 5(1)(d)']),
    judged('soc-2', ['CC7.1']),
    judged('eu-ai-act', ['Art. 15', 'Art. 26(5)', 'Art. 72']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.4', 'MANAGE 4.1']),
  ],
  examples: [
    { when: 'somebody stops a schedule', action: stop, denied: true },
    { when: 'somebody deletes a schedule', action: remove, denied: true },
    { when: 'the pipeline deletes it', action: remove, principal: 'deployRole', denied: false },
    { when: 'it is stopped in an emergency', action: stop, principal: 'breakGlass', denied: false },
    { when: 'a stopped schedule is started', action: 'sagemaker:StartMonitoringSchedule', denied: false },
    { when: 'MonitoringScheduleStatus is Scheduled', compliant: true },
    { when: 'MonitoringScheduleStatus is Stopped', compliant: false },
    { when: 'MonitoringScheduleStatus is Failed', compliant: false },
  ],
});
