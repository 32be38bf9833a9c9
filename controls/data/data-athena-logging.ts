import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-athena-logging',
  title: 'Athena workgroups publish what their queries do',
  why: 'A sudden export of whole tables shows in the amount of data scanned, if anybody records it.',
  fix: 'Turn on PublishCloudWatchMetricsEnabled of the workgroup.',
  severity: 'low',
  where: aiAccounts,
  detect: { managed: 'ATHENA_WORKGROUP_LOGGING_ENABLED', resourceTypes: ['AWS::Athena::WorkGroup'] },
  satisfies: [
    judged('nist-800-53-r5', ['AU-2', 'AU-12', 'SI-4']),
    judged('hipaa', ['164.312(b)']),
    judged('gdpr', ['Art. 33']),
    judged('soc-2', ['CC7.2']),
  ],
  examples: [
    { when: 'PublishCloudWatchMetricsEnabled of a workgroup is true', compliant: true },
    { when: 'PublishCloudWatchMetricsEnabled of a workgroup is false', compliant: false },
  ],
});
