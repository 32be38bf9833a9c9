import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-glue-job-logging',
  title: 'Glue jobs write their logs to CloudWatch',
  why: 'Nobody could show how raw data became the training set.',
  fix: "Add the job argument '--enable-continuous-cloudwatch-log' with the value 'true'.",
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'GLUE_JOB_LOGGING_ENABLED', resourceTypes: ['AWS::Glue::Job'] },
  satisfies: [
    judged('nist-800-53-r5', ['AU-2', 'AU-3', 'AU-12']),
    judged('hipaa', ['164.312(b)']),
    judged('gdpr', ['Art. 5(2)', 'Art. 30']),
    judged('soc-2', ['CC7.2', 'PI1.3']),
    judged('eu-ai-act', ['Art. 10', 'Art. 12']),
    judged('iso-42001', ['A.7.5', 'A.7.6']),
    judged('nist-ai-rmf', ['MAP 4.1']),
  ],
  examples: [
    { when: 'continuous logging of a job is on', compliant: true },
    { when: 'a job was created without a logging argument', compliant: false },
  ],
});
