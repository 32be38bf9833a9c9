import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { LandingZone } from '../../schema/landing-zone';
import type { LineageScope } from './scope';

/** Speaks with SageMaker in a scope. */
export type Connect = (scope: LineageScope) => SageMakerClient;

/**
 * Connects as the deploy role of the account, which the credentials of the environment assume; in the management account, whose
 * they are, as they are. `AWS_ENDPOINT_URL` leads elsewhere than to AWS.
 */
export const connectAs =
  ({ deployRole }: LandingZone): Connect =>
  ({ account, accountId, region }) =>
    new SageMakerClient({
      region,
      // Associations are written one after another, and SageMaker throttles them early (aws/amazon-sagemaker-examples#2247).
      retryMode: 'adaptive',
      maxAttempts: 8,
      credentials:
        account.role === 'management'
          ? undefined
          : fromTemporaryCredentials({
              params: {
                RoleArn: `arn:aws:iam::${accountId}:role/${deployRole}`,
                RoleSessionName: 'landing-zone-lineage',
              },
              clientConfig: { region },
            }),
    });
