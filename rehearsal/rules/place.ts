import { AccountClient } from '@aws-sdk/client-account';
import { AthenaClient } from '@aws-sdk/client-athena';
import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { GuardDutyClient } from '@aws-sdk/client-guardduty';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { Macie2Client } from '@aws-sdk/client-macie2';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';

/** How one account is entered. */
export interface Entry {
  readonly endpoint: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** The services that rules ask, in one account and region. */
export type Clients = ReturnType<typeof clientsIn>;

function clientsIn({ endpoint, credentials }: Entry, region: string) {
  // As patient as the provider: a rehearsal may let AWS fail a share of the calls.
  const options = { endpoint, credentials, region, maxAttempts: 25 };
  return {
    account: new AccountClient(options),
    agentCore: new BedrockAgentCoreControlClient(options),
    athena: new AthenaClient(options),
    bedrock: new BedrockClient(options),
    bedrockAgent: new BedrockAgentClient(options),
    cloudtrail: new CloudTrailClient(options),
    config: new ConfigServiceClient(options),
    ec2: new EC2Client(options),
    guardduty: new GuardDutyClient(options),
    iam: new IAMClient(options),
    kms: new KMSClient(options),
    logs: new CloudWatchLogsClient(options),
    macie: new Macie2Client(options),
    organizations: new OrganizationsClient(options),
    s3: new S3Client({ ...options, forcePathStyle: true }),
    sagemaker: new SageMakerClient(options),
    securityhub: new SecurityHubClient(options),
  };
}

/** One account in one region, asked once for what many rules look at. */
export class Place {
  readonly ask: Clients;
  private readonly asked = new Map<string, Promise<unknown>>();

  constructor(
    readonly accountName: string,
    readonly accountId: string,
    readonly region: string,
    entry: Entry,
  ) {
    this.ask = clientsIn(entry, region);
  }

  /** What was loaded under a name before, or is loaded now. */
  once<T>(what: string, load: () => Promise<T>): Promise<T> {
    const answer = (this.asked.get(what) as Promise<T> | undefined) ?? load();
    this.asked.set(what, answer);
    return answer;
  }

  close(): void {
    for (const client of Object.values(this.ask)) client.destroy();
  }
}
