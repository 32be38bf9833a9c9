import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 's3:PutAccountPublicAccessBlock';

export default defineControl({
  id: 'data-account-public-access-block',
  title: 'The account blocks public access to every bucket in it',
  why: 'Without the block of the account, one careless bucket policy or ACL puts its objects on the internet.',
  fix: 'Publish through CloudFront with origin access control; the bucket itself stays private.',
  severity: 'critical',
  where: everyAccount,
  // The account's setting wins over that of a bucket: keeping it keeps every bucket closed.
  prevent: { scp: [{ Action: action }], exempt: ['deployRole'] },
  detect: { managed: 'S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC', regions: 'home' },
  promises: [
    {
      that: 'Nobody but the deployment lets an account have public buckets, not even in an emergency',
      deny: { Action: 's3:PutAccountPublicAccessBlock' },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    published('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-6', 'AC-21', 'SC-7', 'SC-7(3)'], 'Security Hub: S3.1'),
    published('pci-dss', ['1.4.4'], 'Security Hub: S3.1'),
    judged('hipaa', ['164.308(a)(4)(i)', '164.312(a)(1)']),
    judged('gdpr', ['Art. 25', 'Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.6']),
    judged('eu-ai-act', ['Art. 15']),
  ],
  examples: [
    { when: 'an administrator of the account changes the block', action, denied: true },
    { when: 'the landing zone sets it', action, principal: 'deployRole', denied: false },
    { when: 'somebody closes one bucket', action: 's3:PutBucketPublicAccessBlock', denied: false },
  ],
});
