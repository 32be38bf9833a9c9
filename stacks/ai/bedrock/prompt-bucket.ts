import type { Construct } from 'constructs';
import { names } from '../../../schema/facts/names';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { AccessLogBucket } from '../../parts/access-log-bucket';
import { EncryptionKey } from '../../parts/encryption-key';
import { HardenedBucket } from '../../parts/hardened-bucket';
import { logGroupEncrypts } from '../../parts/log-group-encrypts';
import { macieReads } from '../../parts/macie-reads';
import { promptTags } from '../../parts/prompt-tags';
import { bedrockWriter, promptStatements } from './prompt-statements';

export interface PromptBucketProps {
  readonly region: string;
  readonly retentionDays: number;
  /** Roles that may read what was asked. */
  readonly readers: readonly string[];
  /** Server access logs of the home region. */
  readonly accessLog: HardenedBucket;
  /** Encrypted with the same key. @default - none */
  readonly logGroup?: string;
}

/**
 * Where one region keeps what was asked of models and what they answered: Bedrock delivers to a bucket of its own account and region
 * only. Policy and key policy after the Bedrock User Guide, model-invocation-logging.
 */
export class PromptBucket extends Part {
  readonly region: string;
  readonly bucket: HardenedBucket;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: PromptBucketProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const { region, retentionDays, readers, logGroup } = props;
    const placement = here.in(region);
    const key = new EncryptionKey(this, `prompts-key-${region}`, {
      placement,
      alias: `${zone.name}-prompts`,
      description: 'What was asked of models, and what they answered',
      statements: [
        {
          Sid: 'BedrockEncrypts',
          Effect: 'Allow',
          ...bedrockWriter(region, here.id),
          Action: 'kms:GenerateDataKey',
          Resource: '*',
        },
        macieReads(here.id),
        ...(logGroup === undefined ? [] : [logGroupEncrypts(region, here.id, logGroup)]),
      ],
    });
    const name = `${names.dataBucketPrefix(zone)}prompts-${here.id}-${region}`;
    this.region = region;
    this.keyArn = key.arn;
    this.bucket = new HardenedBucket(this, id, {
      placement,
      name,
      retention: { deleteAfterDays: retentionDays },
      keyArn: key.arn,
      accessLog: this.accessLogOf(props),
      tags: promptTags,
      statements: promptStatements({
        bucketArn: `arn:aws:s3:::${name}`,
        accountId: here.id,
        region,
        deleters: [zone.deployRole, ...zone.roles.breakGlass],
        readers: [...readers, ...zone.roles.breakGlass, names.promptReplicationRole(zone)],
      }),
    });
  }

  /** S3 logs access in the same region only; that of the home region is logged with the training data's. */
  private accessLogOf({ region, accessLog }: PromptBucketProps): HardenedBucket {
    const { zone, here } = LandingZoneStack.of(this);
    if (region === zone.homeRegion) return accessLog;
    const sourcePrefix = names.dataBucketPrefix(zone);
    return new AccessLogBucket(this, `access-log-${region}`, {
      placement: here.in(region),
      name: `${names.accessLogBucketPrefix(zone)}${here.id}-${region}`,
      retention: { deleteAfterDays: zone.logs.retentionDays },
      sourcePrefix,
      tags: { 'data-classification': promptTags['data-classification'] },
    });
  }
}
