import { BedrockModelInvocationLoggingConfiguration } from '@cdktf/provider-aws/lib/bedrock-model-invocation-logging-configuration';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { names } from '../../../schema/facts/names';
import type { Bedrock } from '../../../schema/forms/ai/bedrock';
import { ServiceRole } from '../../parts/service-role';
import type { AiContext } from '../context';
import { makePromptBucket, type PromptBucket } from './prompt-bucket';
import { replicatePrompts } from './prompt-replication';

type Logging = Bedrock['invocationLogging'];

/** Where records go beside the bucket, in each region. */
interface Destination {
  readonly logGroup: string;
  readonly retentionDays: number;
  readonly role: ServiceRole;
}

/**
 * Logs every model invocation in each region of the account. The configuration is one per account and region: nothing else may
 * make one. @returns the name of each bucket by its region
 */
export function logInvocations(context: AiContext, logging: Logging): Record<string, string> {
  const second = logging.cloudWatch && cloudWatchOf(context, logging.cloudWatch);
  const buckets = context.account.regions.map((region) => {
    const bucket = makePromptBucket(context, region, logging, second?.logGroup);
    logRegion(context, logging, bucket, second);
    return bucket;
  });
  if (logging.archive) replicatePrompts(context, buckets);
  return Object.fromEntries(buckets.map(({ region, bucket }) => [region, bucket.bucket.bucket]));
}

function logRegion(
  context: AiContext,
  { text, image, embedding, video }: Logging,
  place: PromptBucket,
  second: Destination | undefined,
): void {
  const { region, bucket } = place;
  const s3Config = { bucketName: bucket.bucket.bucket, keyPrefix: names.promptPrefix };
  new BedrockModelInvocationLoggingConfiguration(context.stack, `invocation-logging-${region}`, {
    ...context.here.at(region),
    loggingConfig: [
      {
        textDataDeliveryEnabled: text,
        imageDataDeliveryEnabled: image,
        embeddingDataDeliveryEnabled: embedding,
        videoDataDeliveryEnabled: video,
        s3Config: [s3Config],
        cloudwatchConfig: second && [
          {
            logGroupName: makeLogGroup(context, place, second).name,
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

const makeLogGroup = (
  { stack, here }: AiContext,
  { region, keyArn }: PromptBucket,
  { logGroup, retentionDays }: Destination,
): CloudwatchLogGroup =>
  new CloudwatchLogGroup(stack, `model-invocations-${region}`, {
    ...here.at(region),
    name: logGroup,
    retentionInDays: retentionDays,
    kmsKeyId: keyArn,
  });

function cloudWatchOf(
  { stack, zone, here }: AiContext,
  { retentionDays }: NonNullable<Logging['cloudWatch']>,
): Destination {
  const logGroup = `${zone.name}-model-invocations`;
  const role = new ServiceRole(stack, 'model-invocations-role', {
    place: here.home,
    name: logGroup,
    description: 'Lets Bedrock write what was asked of models to CloudWatch Logs',
    service: 'bedrock.amazonaws.com',
    accountId: here.accountId,
    statements: [
      {
        Sid: 'Write',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: `arn:aws:logs:*:${here.accountId}:log-group:${logGroup}:log-stream:aws/bedrock/modelinvocations`,
      },
    ],
  });
  return { logGroup, retentionDays, role };
}
