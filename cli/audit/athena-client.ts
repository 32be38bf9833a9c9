import { AthenaClient } from '@aws-sdk/client-athena';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';

/** @param role ARN to assume first */
export const athenaClient = (region: string, role: string | undefined): AthenaClient =>
  new AthenaClient({
    region,
    ...(role !== undefined && {
      credentials: fromTemporaryCredentials({
        params: { RoleArn: role, RoleSessionName: 'audit' },
        clientConfig: { region },
      }),
    }),
  });
