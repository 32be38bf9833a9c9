import { BedrockModelInvocationLoggingConfiguration } from '@cdktf/provider-aws/lib/bedrock-model-invocation-logging-configuration';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { Construct } from 'constructs';
import { names } from '../../../schema/facts/names';
import type { Bedrock } from '../../../schema/forms/ai/bedrock';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { ServiceRole } from '../../parts/service-role';
import type { AiContext } from '../context';
import { PromptBucket } from './prompt-bucket';
import { PromptReplication } from './prompt-replication';

type Settings = Bedrock['invocationLogging'];

export type InvocationLoggingProps = Settings & Pick<AiContext, 'accessLog' | 'logArchive'>;

/** Where records go beside the bucket, in each region. */
interface Destination {
  readonly logGroup: string;
  readonly retentionDays: number;
  readonly role: ServiceRole;
}

/** Logs every model invocation in each region of the account. The configuration is one per account and region: nothing else may make one. */
export class InvocationLogging extends Part {
  /** The name of each bucket by its region. */
  readonly buckets: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: InvocationLoggingProps) {
    super(scope, id);
    const { accessLog, logArchive, retentionDays, readers, cloudWatch } = props;
    const second = cloudWatch && this.logToCloudWatch(cloudWatch.retentionDays);
    const buckets = LandingZoneStack.of(this).here.account.regions.map((region) => {
      const bucket = new PromptBucket(this, `prompts-${region}`, {
        region,
        retentionDays,
        readers,
        accessLog,
        logGroup: second?.logGroup,
      });
      this.logRegion(props, bucket, second);
      return bucket;
    });
    if (props.archive) new PromptReplication(this, 'prompt-replication', { buckets, logArchive });
    this.buckets = Object.fromEntries(buckets.map(({ region, bucket }) => [region, bucket.name]));
  }

  private logRegion(settings: Settings, { region, bucket, keyArn }: PromptBucket, second?: Destination): void {
    const s3Config = { bucketName: bucket.name, keyPrefix: names.promptPrefix };
    new BedrockModelInvocationLoggingConfiguration(this, `invocation-logging-${region}`, {
      ...LandingZoneStack.of(this).here.in(region),
      loggingConfig: [
        {
          textDataDeliveryEnabled: settings.text,
          imageDataDeliveryEnabled: settings.image,
          embeddingDataDeliveryEnabled: settings.embedding,
          videoDataDeliveryEnabled: settings.video,
          s3Config: [s3Config],
          cloudwatchConfig: second && [
            {
              logGroupName: this.makeLogGroup(region, keyArn, second).name,
              roleArn: second.role.arn,
              // An event of CloudWatch Logs holds 100 KB; what is larger goes to the bucket.
              largeDataDeliveryS3Config: [s3Config],
            },
          ],
        },
      ],
      // Bedrock tries to write before it accepts a destination.
      dependsOn: [bucket.policy, ...(second?.role.permissions ?? [])],
    });
  }

  private makeLogGroup(region: string, kmsKeyId: string, { logGroup, retentionDays }: Destination): CloudwatchLogGroup {
    return new CloudwatchLogGroup(this, `model-invocations-${region}`, {
      ...LandingZoneStack.of(this).here.in(region),
      name: logGroup,
      retentionInDays: retentionDays,
      kmsKeyId,
    });
  }

  private logToCloudWatch(retentionDays: number): Destination {
    const { zone, here } = LandingZoneStack.of(this);
    const logGroup = names.promptLogGroup(zone);
    const role = new ServiceRole(this, 'model-invocations-role', {
      name: logGroup,
      description: 'Lets Bedrock write what was asked of models to CloudWatch Logs',
      service: 'bedrock.amazonaws.com',
      statements: [
        {
          Sid: 'Write',
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: `arn:aws:logs:*:${here.id}:log-group:${logGroup}:log-stream:aws/bedrock/modelinvocations`,
        },
      ],
    });
    return { logGroup, retentionDays, role };
  }
}
