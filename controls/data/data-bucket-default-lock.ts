import { defineControl, judged, published } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 's3:BypassGovernanceRetention';

export default defineControl({
  id: 'data-bucket-default-lock',
  title: 'Buckets of workloads are write-once, and nobody goes around the retention',
  why: 'What a model was trained on, and the model itself, could be replaced without a trace.',
  fix: 'Turn on Object Lock with a default retention. To delete before its end, ask for break-glass access.',
  severity: 'low',
  where: workloads,
  prevent: { scp: [{ Action: action }], exempt: ['deployRole', 'breakGlass'] },
  detect: { managed: 'S3_BUCKET_DEFAULT_LOCK_ENABLED', resourceTypes: ['AWS::S3::Bucket'] },
  promises: [
    {
      that: 'Nobody deletes an object before its time, but the deployment and in an emergency',
      deny: { Action: 's3:BypassGovernanceRetention', Resource: 'arn:aws:s3:::*/*' },
      exempt: ['deployRole', 'breakGlass'],
    },
  ],
  satisfies: [
    published('nist-800-53-r5', ['CP-6(2)'], 'Security Hub: S3.15'),
    published('pci-dss', ['10.5.1'], 'Security Hub: S3.15'),
    judged('hipaa', ['164.312(c)(1)', '164.316(b)(2)(i)']),
    judged('gdpr', ['Art. 5(1)(f)']),
    judged('eu-ai-act', ['Art. 18', 'Art. 19']),
    judged('iso-42001', ['A.7.5']),
  ],
  examples: [
    { when: 'a data scientist deletes an object under governance retention', action, denied: true },
    { when: 'the emergency role does', action, principal: 'breakGlass', denied: false },
    { when: 'somebody deletes an object without retention', action: 's3:DeleteObject', denied: false },
  ],
});
