import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { IAMClient } from '@aws-sdk/client-iam';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Handler } from 'aws-lambda';
import type { Clients } from './clients';
import { evaluate } from './evaluate';
import type { ConfigRuleEvent } from './event';

// The rules of a region start at the same minute, and its API limits hold for all of them together.
const patience = { retryMode: 'adaptive', maxAttempts: 8 };

const clients: Clients = {
  bedrock: new BedrockClient(patience),
  bedrockAgent: new BedrockAgentClient(patience),
  agentCore: new BedrockAgentCoreControlClient(patience),
  config: new ConfigServiceClient(patience),
  iam: new IAMClient(patience),
  logs: new CloudWatchLogsClient(patience),
  sagemaker: new SageMakerClient(patience),
};

/** The entry of the Lambda function behind every custom rule of the landing zone. */
export const handler: Handler<ConfigRuleEvent, void> = (event) => evaluate(event, clients);
