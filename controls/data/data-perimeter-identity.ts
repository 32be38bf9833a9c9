import { defineControl, judged, organizationIdMarker } from '../../schema/forms/control';
import type { Settings } from '../../schema/forms/settings';
import { fromOutside, outsider } from '../shared/outsiders';
import { everyAccount } from '../where';

const get = { action: 's3:GetObject', resource: 'arn:aws:s3:::training/part-0001' };

const promisesOf = ({ trustedAccounts }: Settings['perimeter']) => [
  {
    that: 'No role or user of a foreign organization reads an object, decrypts with a key or reads a secret',
    by: 'rcp' as const,
    deny: {
      Action: ['kms:Decrypt', 's3:GetObject', 'secretsmanager:GetSecretValue'],
      Condition: {
        StringNotEquals: {
          'aws:PrincipalOrgID': organizationIdMarker,
          ...(trustedAccounts.length > 0 && { 'aws:PrincipalAccount': trustedAccounts }),
        },
        Null: { 'aws:PrincipalArn': 'false' },
      },
    },
    assuming: [
      {
        that: 'a role or a user is no service of AWS',
        Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
      },
    ],
  },
];

export default defineControl(({ perimeter }) => ({
  id: 'data-perimeter-identity',
  title: 'Only principals of the organization, trusted partners and AWS services reach data',
  why: 'One resource policy that names too much gives training data, keys and secrets to a foreign account.',
  fix: 'Write the partner into perimeter.trustedAccounts. Let CloudFront use origin access control.',
  severity: 'critical',
  where: everyAccount,
  prevent: {
    // After aws-samples/data-perimeter-policy-examples, EnforceOrgIdentities. Log delivery comes as a service. Load
    // balancers of older regions come as an account of AWS, which then has to be among the trusted ones.
    rcp: [
      {
        Action: ['aoss:*', 'dynamodb:*', 'ecr:*', 'kms:*', 'logs:*', 's3:*', 'secretsmanager:*', 'sqs:*'],
        Condition: fromOutside(perimeter),
      },
    ],
  },
  promises: promisesOf(perimeter),
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-6', 'SC-7']),
    judged('hipaa', ['164.308(a)(4)(i)', '164.312(a)(1)']),
    judged('gdpr', ['Art. 28', 'Art. 32', 'Art. 44']),
    judged('soc-2', ['CC6.1', 'CC6.6', 'C1.1']),
    judged('eu-ai-act', ['Art. 10', 'Art. 15(5)']),
    judged('iso-42001', ['A.7.2', 'A.10.2']),
    judged('nist-ai-rmf', ['GOVERN 6.1', 'MEASURE 2.7']),
  ],
  examples: [
    { when: 'a role of a foreign account reads an object', ...get, principal: outsider, denied: true },
    {
      when: 'a role of another organization decrypts',
      action: 'kms:Decrypt',
      principal: outsider,
      context: { 'aws:PrincipalOrgID': 'o-somebodyelse' },
      denied: true,
    },
    { when: 'a role of the organization reads an object', ...get, denied: false },
    {
      when: 'a service of AWS delivers a log',
      ...get,
      action: 's3:PutObject',
      principal: 'delivery.logs.amazonaws.com',
      denied: false,
    },
    ...perimeter.trustedAccounts.slice(0, 1).map((account) => ({
      when: 'a role of a trusted partner reads an object',
      ...get,
      principal: `arn:aws:iam::${account}:role/partner`,
      denied: false,
    })),
  ],
}));
