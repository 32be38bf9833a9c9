/** What a rule reports of the landing zone and stays so, with the reason. */
export interface Exemption {
  /** Id of the control that the rule detects for. */
  readonly rule: string;
  /** The resource, by the name that AWS Config has for it or by its address in a stack. */
  readonly what: RegExp;
  readonly because: string;
}

/** Buckets for server access logs. */
const accessLogs = /[.-]access-/;

/** What stays red on purpose. docs/own-packs.md says it to people. */
export const exemptions: readonly Exemption[] = [
  {
    rule: 'data-bucket-encrypted',
    what: accessLogs,
    because: 'S3 writes server access logs under no customer managed key',
  },
  { rule: 'data-bucket-logging', what: accessLogs, because: 'a log of its own log never ends' },
  {
    rule: 'data-bucket-default-lock',
    what: accessLogs,
    because: 'S3 writes server access logs into no bucket with a default lock',
  },
  {
    rule: 'data-bucket-default-lock',
    what: /[.-](training|prompts|results)-/,
    because: 'a person may ask that what is known of them is erased',
  },
  {
    rule: 'data-bucket-default-lock',
    what: /[.-]models-/,
    because: 'S3 asks each upload under a lock for a checksum, and AWS does not say whether SageMaker sends one',
  },
  {
    rule: 'data-athena-logging',
    what: /^primary/,
    because: 'Terraform cannot destroy the workgroup, so a teardown would stop at it: set it once',
  },
  { rule: 'data-athena-enforced', what: /^primary/, because: 'as data-athena-logging' },
  { rule: 'data-athena-results-encrypted', what: /^primary/, because: 'as data-athena-logging' },
  {
    rule: 'network-flow-logs',
    what: /^(no aws_flow_log$|vpc-)/,
    because: 'a default VPC is closed, not watched: delete it',
  },
];

/** What is red in the emulated AWS only. */
const emulatedOnly: readonly Exemption[] = [
  {
    rule: 'identity-user-policies',
    what: /^administrator$/,
    because:
      'the emulated AWS begins with an administrator who deploys; in AWS that is whoever signs in by Identity Center',
  },
];

/** Why a report is accepted; undefined where it is not. */
export const tryExemption = (rule: string, resource: string): string | undefined =>
  [...exemptions, ...emulatedOnly].find((each) => each.rule === rule && each.what.test(resource))?.because;
