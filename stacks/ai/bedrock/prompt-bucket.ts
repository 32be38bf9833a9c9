import { anybody, type Statement } from '../../../policy/iam/statement';
import { names } from '../../../schema/facts/names';
import type { Bedrock } from '../../../schema/forms/ai/bedrock';
import { promptTags } from '../../log-archive/prompt-policies';
import { accessLogBucket } from '../../parts/access-log-bucket';
import { EncryptionKey } from '../../parts/encryption-key';
import { HardenedBucket } from '../../parts/hardened-bucket';
import { macieReads, macieRole } from '../../parts/macie-reads';
import type { AiContext } from '../context';

/** Where one region keeps what was asked of models and what they answered. */
export interface PromptBucket {
  readonly region: string;
  readonly bucket: HardenedBucket;
  readonly keyArn: string;
}

/**
 * Bedrock delivers to a bucket of its own account and region only. Policy and key policy after the Bedrock User Guide,
 * model-invocation-logging. `logGroup`: encrypted with the same key.
 */
export function makePromptBucket(
  context: AiContext,
  region: string,
  { retentionDays, readers }: Bedrock['invocationLogging'],
  logGroup?: string,
): PromptBucket {
  const { stack, zone, here, keep } = context;
  const { accountId } = here;
  const place = here.at(region);
  const writer = {
    Principal: { Service: 'bedrock.amazonaws.com' },
    Condition: {
      StringEquals: { 'aws:SourceAccount': accountId },
      ArnLike: { 'aws:SourceArn': `arn:aws:bedrock:${region}:${accountId}:*` },
    },
  };
  const key = new EncryptionKey(stack, `prompts-key-${region}`, {
    place,
    alias: `${zone.name}-prompts`,
    description: 'What was asked of models, and what they answered',
    accountId,
    statements: [
      { Sid: 'BedrockEncrypts', Effect: 'Allow', ...writer, Action: 'kms:GenerateDataKey', Resource: '*' },
      macieReads(context.accountId(zone.securityAccount)),
      ...(logGroup === undefined ? [] : [logGroupEncrypts(region, accountId, logGroup)]),
    ],
    lifecycle: keep,
  });
  const common = (kind: string) => ({
    place,
    name: `${names.dataBucketPrefix(zone)}${kind}-${accountId}-${region}`,
    retention: { deleteAfterDays: retentionDays },
    forceDestroy: zone.protection === 'off',
    lifecycle: keep,
  });
  const { name } = common('prompts');
  const bucket = new HardenedBucket(stack, `prompts-${region}`, {
    ...common('prompts'),
    keyArn: key.arn,
    accessLog: accessLogOf(context, region, common('access')),
    tags: promptTags,
    statements: [
      {
        Sid: 'BedrockWrites',
        Effect: 'Allow',
        ...writer,
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${name}/${names.promptFolder(accountId)}/BedrockModelInvocationLogs/*`,
      },
      {
        Sid: 'RecordsStay',
        Effect: 'Deny',
        Principal: anybody,
        Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        Resource: `arn:aws:s3:::${name}/*`,
        // For the day on which a person asks for the erasure of what they typed.
        Condition: {
          ArnNotLike: {
            'aws:PrincipalArn': [zone.deployRole, ...zone.roles.breakGlass].map(
              (role) => `arn:aws:iam::${accountId}:role/${role}`,
            ),
          },
        },
      },
      {
        Sid: 'ReadersOnly',
        Effect: 'Deny',
        Principal: anybody,
        Action: 's3:GetObject*',
        Resource: `arn:aws:s3:::${name}/*`,
        Condition: {
          ArnNotLike: {
            'aws:PrincipalArn': [
              ...[...readers, ...zone.roles.breakGlass, names.promptReplicationRole(zone)].map(
                (role) => `arn:aws:iam::${accountId}:role/${role}`,
              ),
              macieRole(context.accountId(zone.securityAccount)),
            ],
          },
        },
      },
    ],
  });
  return { region, bucket, keyArn: key.arn };
}

/** S3 logs access in the same region only; that of the home region is logged with the training data's. */
function accessLogOf({ zone, stack, here, accessLog }: AiContext, region: string, bucket: AccessLogProps) {
  if (region === zone.homeRegion) return accessLog;
  return accessLogBucket(stack, `access-log-${region}`, {
    ...bucket,
    retention: {},
    accountId: here.accountId,
    sourcePrefix: names.dataBucketPrefix(zone),
  });
}

type AccessLogProps = Omit<Parameters<typeof accessLogBucket>[2], 'accountId' | 'sourcePrefix'>;

/** CloudWatch Logs User Guide, encrypt-log-data-kms. */
const logGroupEncrypts = (region: string, accountId: string, logGroup: string): Statement => ({
  Sid: 'LogGroupEncrypts',
  Effect: 'Allow',
  Principal: { Service: `logs.${region}.amazonaws.com` },
  Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
  Resource: '*',
  Condition: {
    ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${accountId}:log-group:${logGroup}` },
  },
});
