import type { PackRule } from '../../policy/conformance/conformance-pack';
import { detectiveRules } from '../../policy/conformance/detective-rules';
import { exemptions as accepted } from '../../rehearsal/rules/exemptions';
import { accountsIn } from '../../schema/organization-tree';
import { judges, madeIn, terraformType } from '../support/rule-judges';
import { placeOf, synth } from '../support/synth';
import { zoneOf } from '../support/zone';

const security = { name: 'Security', title: 'On call', email: 'security@example.com', phone: '+49 30 5550102' };
const zone = zoneOf({ settings: { contacts: { security }, defaultVpcs: 'close' } });
const stacks = Object.values(synth(zone));
const rules = detectiveRules(zone);

const codeOf = ({ source, name }: PackRule): string =>
  'managed' in source ? source.managed : 'lambda' in source ? source.lambda : name;

/** Types that a rule looks at without saying so, where the landing zone makes none. */
const looksAt: Readonly<Record<string, readonly string[]>> = {
  EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK: ['aws_ebs_snapshot'],
  ECR_PRIVATE_IMAGE_SCANNING_ENABLED: ['aws_ecr_repository'],
  IAM_USER_UNUSED_CREDENTIALS_CHECK: ['aws_iam_user'],
  ACCESS_KEYS_ROTATED: ['aws_iam_access_key'],
  MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS: ['aws_iam_user_login_profile'],
  SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED: ['aws_sagemaker_endpoint_configuration'],
  SAGEMAKER_ENDPOINT_CONFIG_PROD_INSTANCE_COUNT: ['aws_sagemaker_endpoint_configuration'],
  SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED: ['aws_sagemaker_notebook_instance'],
  SAGEMAKER_NOTEBOOK_INSTANCE_PLATFORM_VERSION: ['aws_sagemaker_notebook_instance'],
  SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS: ['aws_sagemaker_notebook_instance'],
  VPC_SG_PORT_RESTRICTION_CHECK: ['aws_security_group'],
};

/** Rules about what no file of a stack shows, each with what keeps it. */
const keptElsewhere: Readonly<Record<string, string>> = {
  ACCOUNT_PART_OF_ORGANIZATIONS: 'the stack management makes the account in the organization',
  CLOUDTRAIL_SECURITY_TRAIL_ENABLED: 'the organization trail of the security account',
  CLOUD_TRAIL_ENABLED: 'the organization trail of the security account',
  MULTI_REGION_CLOUD_TRAIL_ENABLED: 'the organization trail of the security account',
  EMR_BLOCK_PUBLIC_ACCESS: 'AWS, which has the block on until somebody turns it off',
  GUARDDUTY_ENABLED_CENTRALIZED: 'membership, made by the security account',
  GUARDDUTY_NON_ARCHIVED_FINDINGS: 'people, who look at findings',
  GUARDDUTY_S3_PROTECTION_ENABLED: 'the organization configuration of GuardDuty',
  IAM_ROOT_ACCESS_KEY_CHECK: 'Organizations makes accounts without root credentials',
  KMS_CMK_NOT_SCHEDULED_FOR_DELETION: 'nothing, until somebody deletes a key',
  MACIE_STATUS_CHECK: 'membership, made by the security account',
  ROOT_ACCOUNT_MFA_ENABLED:
    'people: the root user of the management account has MFA, and members have no root credentials',
  SECURITYHUB_ENABLED: 'the configuration policy of Security Hub',
  'agent-roles': 'people, who make agents and their roles',
  'agentcore-gateway-policy': 'people, who make gateways',
  'agentcore-logs-masked': 'people, who make agents and the policies of their log groups',
  'bedrock-agent-guardrail': 'people, who make agents',
  'bedrock-batch-output': 'people, who start batches',
  'bedrock-guardrail-present': 'guardrails in the files of workload accounts',
  'bedrock-guardrail-state': 'Bedrock, which makes guardrails ready',
  'bedrock-invocation-logging': 'invocation logging in the files of accounts with models',
  'bedrock-owner-tag': 'the tag owner, which every provider sets by default',
  'endpoint-monitored': 'people, who make endpoints',
  'model-card-present': 'model cards in models/',
  'script-secrets': 'people, who write scripts',
};

describe('the landing zone, judged by the packs that it deploys,', () => {
  const reports = rules.flatMap((rule) => {
    const judge = judges[codeOf(rule)];
    const members = accountsIn(zone, rule.where).filter(({ state }) => state === 'active');
    return members.flatMap(({ name, regions, origin }) =>
      regions
        .filter((region) => rule.regions.includes(region))
        // An adopted account may have no default VPC, and its files say so.
        .filter(() => origin === 'vended' || !rule.name.startsWith('network-'))
        .flatMap((region) => {
          const made = madeIn(stacks, (stack, body) => placeOf(zone, stack, body) === `${name}/${region}`);
          const types = rule.source.resourceTypes?.map(terraformType) ?? looksAt[codeOf(rule)] ?? [];
          if (Object.hasOwn(keptElsewhere, codeOf(rule))) return [];
          const found = judge?.({ made }) ?? made.filter(({ type }) => types.includes(type)).map((each) => each.name);
          return found.map((what) => ({ rule: rule.name, what, place: `${name}/${region}` }));
        }),
    );
  });
  const isAccepted = (report: { readonly rule: string; readonly what: string }) =>
    accepted.some(({ rule, what }) => rule === report.rule && what.test(report.what));

  it('passes, but for what is accepted with a reason', () => {
    expect(reports.filter((report) => !isAccepted(report))).toEqual([]);
  });

  it('needs each of the exceptions', () => {
    const needless = accepted.filter(
      ({ rule, what }) => !reports.some((report) => report.rule === rule && what.test(report.what)),
    );
    expect(needless).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('has a judge for %s, or says what keeps it', (_, rule) => {
    const code = codeOf(rule);
    const ways = [
      Object.hasOwn(judges, code),
      Object.hasOwn(keptElsewhere, code),
      Object.hasOwn(looksAt, code) || rule.source.resourceTypes !== undefined,
    ];
    expect(ways).toContain(true);
  });
});

describe('the judges', () => {
  it('report what a fresh account lacks, which is why there are settings for it', () => {
    const bare = { made: [] };
    expect(judges.SECURITY_ACCOUNT_INFORMATION_PROVIDED?.(bare)).toEqual(['no aws_account_alternate_contact']);
    expect(judges.VPC_DEFAULT_SECURITY_GROUP_CLOSED?.(bare)).toEqual(['no aws_default_security_group']);
    expect(judges.SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED?.(bare)).toEqual(['no aws_default_subnet']);
    expect(judges.ATHENA_WORKGROUP_LOGGING_ENABLED?.(bare)).toEqual(['primary as AWS made it']);
  });

  const ofBuckets = Object.keys(judges).filter((code) => /^(S3_(?!ACCOUNT)|REQUIRED_TAGS)/.test(code));
  it.each(ofBuckets)('report by %s a bucket that has nothing but a name', (code) => {
    const stack = { name: 'bare', dependencies: [], json: {} };
    const made = [{ stack, type: 'aws_s3_bucket', name: 'plain', body: { bucket: 'plain', tags: {} } }];
    expect(judges[code]?.({ made })).toEqual(['bare aws_s3_bucket.plain']);
  });

  it('report a key that everybody may use, and not one that an organization shares', () => {
    const key = (Condition?: object) => ({
      stack: { name: 'bare', dependencies: [], json: {} },
      type: 'aws_kms_key',
      name: 'key',
      body: {
        enable_key_rotation: true,
        policy: JSON.stringify({
          Statement: [{ Sid: 'All', Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Decrypt', Condition }],
        }),
      },
    });
    const ofOrganization = { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } };
    expect(judges.KMS_KEY_POLICY_NO_PUBLIC_ACCESS?.({ made: [key()] })).toHaveLength(1);
    expect(judges.KMS_KEY_POLICY_NO_PUBLIC_ACCESS?.({ made: [key(ofOrganization)] })).toEqual([]);
  });
});
