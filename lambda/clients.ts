import type { BedrockClient } from '@aws-sdk/client-bedrock';
import type { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import type { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { ConfigServiceClient } from '@aws-sdk/client-config-service';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';

/** The services that the checks ask, in the account and region of the function. */
export interface Clients {
  readonly bedrock: Pick<BedrockClient, 'send'>;
  readonly bedrockAgent: Pick<BedrockAgentClient, 'send'>;
  readonly agentCore: Pick<BedrockAgentCoreControlClient, 'send'>;
  readonly config: Pick<ConfigServiceClient, 'send'>;
  readonly iam: Pick<IAMClient, 'send'>;
  readonly logs: Pick<CloudWatchLogsClient, 'send'>;
  readonly sagemaker: Pick<SageMakerClient, 'send'>;
}
