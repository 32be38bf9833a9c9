import { defineControl, judged, organizationIdMarker } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const put = { action: 's3:PutObject', resource: 'arn:aws:s3:::somewhere/model.tar.gz' };
const organization = 'aws:ResourceOrgID';
const generate = 'kms:GenerateDataKey*';
const session = 's3express:CreateSession';
const foreign = { [organization]: 'o-somebodyelse', 'aws:ResourceAccount': '999988887777' };

const examples = [
  {
    when: 'a notebook copies a model into a bucket of another organization',
    ...put,
    context: foreign,
    denied: true,
  },
  { when: 'it opens a directory bucket there', action: session, context: foreign, denied: true },
  { when: 'a bucket is replicated there', action: 's3:ReplicateObject', context: foreign, denied: true },
  { when: 'a notebook writes to a bucket of the organization', ...put, denied: false },
  { when: 'it encrypts with a key that is there', action: 'kms:GenerateDataKey', context: foreign, denied: true },
  { when: 'it encrypts with a key of the organization', action: 'kms:GenerateDataKey', denied: false },
  { when: 'it opens a directory bucket of the organization', action: session, denied: false },
  {
    when: 'a notebook reads a public data set',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::public-data-set/part-0001',
    context: foreign,
    denied: false,
  },
  {
    when: 'the landing zone writes its state to a bucket of another organization',
    ...put,
    principal: 'deployRole',
    context: foreign,
    denied: false,
  },
];

export default defineControl(({ perimeter: { trustedAccounts } }) => ({
  id: 'data-perimeter-resources',
  title: 'AI accounts write data only into places, and under keys, of the organization and of trusted partners',
  why: 'People who train models could copy data or weights into a bucket of their own.',
  fix: 'Write to a bucket of the organization. A partner that receives data goes into perimeter.trustedAccounts.',
  severity: 'critical',
  where: aiAccounts,
  prevent: {
    // Calls that Athena or Glue make in the caller's name are bound too: a query may write its result anywhere.
    scp: [
      {
        // A directory bucket is written to by its session. Replication asks for its role at the bucket that it writes to (S3 User
        // Guide, "Setting up permissions for live replication"). Data under the key of a stranger is his: whoever encrypts asks for the key at its account.
        Action: [
          'kms:Encrypt',
          generate,
          'kms:ReEncryptTo',
          put.action,
          's3:ReplicateObject',
          session,
          's3tables:PutTableData',
          's3vectors:PutVectors',
        ],
        Condition: {
          StringNotEqualsIfExists: {
            [organization]: organizationIdMarker,
            ...(trustedAccounts.length > 0 && { 'aws:ResourceAccount': trustedAccounts }),
          },
        },
      },
    ],
    exempt: ['deployRole'],
  },
  promises: [
    {
      that: 'Nobody but the deployment copies an object, a table or vectors to a stranger',
      deny: {
        Action: ['s3:PutObject', 's3:ReplicateObject', 's3tables:PutTableData', 's3vectors:PutVectors'],
        Condition: { StringEquals: { 'aws:ResourceOrgID': 'o-somebodyelse', 'aws:ResourceAccount': '999988887777' } },
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-4', 'SC-7', 'SC-7(10)']),
    judged('hipaa', ['164.312(e)(1)', '164.502(b)']),
    judged('gdpr', ['Art. 28', 'Art. 32', 'Art. 44']),
    judged('soc-2', ['CC6.7', 'C1.1']),
    judged('eu-ai-act', ['Art. 10', 'Art. 15(5)']),
    judged('iso-42001', ['A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7', 'MEASURE 2.10']),
  ],
  examples,
}));
