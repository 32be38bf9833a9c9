import { aiSecurityStandard } from './ai-security-checks';

/**
 * The standards of Security Hub that central configuration can switch on, by the tail of their ARN, as of 2026-11-28. All but that of
 * Control Tower, which Control Tower alone manages. Source: Security Hub User Guide, standards-reference and
 * service-managed-standard-aws-control-tower.
 */
export const securityStandards = [
  aiSecurityStandard,
  'aws-foundational-security-best-practices/v/1.0.0',
  'aws-resource-tagging-standard/v/1.0.0',
  'cis-aws-foundations-benchmark/v/1.2.0',
  'cis-aws-foundations-benchmark/v/1.4.0',
  'cis-aws-foundations-benchmark/v/3.0.0',
  'cis-aws-foundations-benchmark/v/5.0.0',
  'nist-800-171/v/2.0.0',
  'nist-800-53/v/5.0.0',
  'pci-dss/v/3.2.1',
  'pci-dss/v/4.0.1',
] as const;

type SecurityStandard = (typeof securityStandards)[number];

/** The ARN of a standard in a region; the oldest one is a ruleset without a region. Source: API reference, `DescribeStandards`. */
export const standardArn = (standard: SecurityStandard, region: string): string =>
  standard === 'cis-aws-foundations-benchmark/v/1.2.0'
    ? `arn:aws:securityhub:::ruleset/${standard}`
    : `arn:aws:securityhub:${region}::standards/${standard}`;
