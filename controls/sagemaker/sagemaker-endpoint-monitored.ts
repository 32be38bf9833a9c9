import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-endpoint-monitored',
  title: 'Every endpoint in use has a monitor',
  why: 'A model drifts in silence: without a schedule that looks at its data or answers nobody learns that it went wrong.',
  fix: 'Make a monitoring schedule for the endpoint (CreateMonitoringSchedule), of its data quality at least, over captured data.',
  severity: 'medium',
  where: workloads,
  detect: { lambda: 'endpoint-monitored', frequency: 'TwentyFour_Hours' },
  satisfies: [
    judged('nist-800-53-r5', ['CA-7', 'SI-4']),
    judged('soc-2', ['CC7.2', 'PI1.4']),
    judged('eu-ai-act', ['Art. 15', 'Art. 26(5)', 'Art. 72']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.4', 'MANAGE 4.1']),
  ],
  examples: [
    { when: 'an endpoint has a schedule that runs', compliant: true },
    { when: 'an endpoint is being made', compliant: true },
    { when: 'an endpoint has no schedule', compliant: false },
    { when: 'all schedules of an endpoint are stopped or failed', compliant: false },
  ],
});
