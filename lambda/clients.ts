import type { BedrockClient } from '@aws-sdk/client-bedrock';
import type { ConfigServiceClient } from '@aws-sdk/client-config-service';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';

/** The services that the checks ask, in the account and region of the function. */
export interface Clients {
  readonly bedrock: Pick<BedrockClient, 'send'>;
  readonly config: Pick<ConfigServiceClient, 'send'>;
  readonly sagemaker: Pick<SageMakerClient, 'send'>;
}
