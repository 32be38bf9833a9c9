import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const kinds = ['trails', 'config', 'findings', 'prompts'];
/** Days that HIPAA and PCI DSS want documents and audit logs kept for. */
const [sixYears, oneYear] = [2_192, 365];
/** What each bucket of logs has: type, what its name ends with, what it says. */
const parts = [
  { type: 'aws_s3_bucket', name: 'bucket' },
  { type: 'aws_s3_bucket_versioning', name: 'versioning', saying: ['Enabled'] },
  { type: 'aws_s3_bucket_server_side_encryption_configuration', name: 'encryption', saying: ['aws:kms'] },
  { type: 'aws_s3_bucket_lifecycle_configuration', name: 'lifecycle' },
  { type: 'aws_s3_bucket_policy', name: 'policy' },
  { type: 'aws_s3_bucket_logging', name: 'access-log' },
];

export default defineControl(({ logs }) => ({
  id: 'logging-archive',
  title:
    'Trails, configuration, findings and prompts are kept in one account, versioned, under keys, for as long as was set',
  why: 'Whoever has the account that they broke into may delete its logs; in another account they may not.',
  fix: 'Change for how long in logs of accounts/landing-zone.ts; logs.objectLock also keeps trails from administrators.',
  severity: 'critical',
  where: everyAccount,
  keptBy: kinds.flatMap((log) =>
    parts.map(({ type, name, saying }) => ({
      stack: 'log-archive' as const,
      resource: `${type}.${log}-${name}`,
      ...(saying && { saying }),
    })),
  ),
  satisfies: [
    judged('nist-800-53-r5', ['AU-4', 'AU-9', 'AU-9(2)', 'AU-9(3)', 'AU-11']),
    judged('hipaa', ['164.312(b)', '164.312(c)(1)', ...(logs.retentionDays >= sixYears ? ['164.316(b)(2)(i)'] : [])]),
    judged('gdpr', ['Art. 5(1)(e)', 'Art. 32']),
    judged('soc-2', ['CC7.2', 'C1.2']),
    judged('eu-ai-act', ['Art. 19', 'Art. 26(6)']),
    judged('iso-42001', ['A.6.2.8']),
    judged('pci-dss', ['10.3.2', '10.3.3', ...(logs.retentionDays >= oneYear ? ['10.5.1'] : [])]),
  ],
}));
