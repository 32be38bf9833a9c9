import { OrganizationsClient } from '@aws-sdk/client-organizations';

/** Organizations as the management account asks it, where the environment leads to. */
export function organizationsOf(environment: Readonly<Record<string, string>>): OrganizationsClient {
  const { AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_DEFAULT_REGION } = environment;
  return new OrganizationsClient({
    endpoint: AWS_ENDPOINT_URL,
    region: AWS_DEFAULT_REGION,
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
    // As patient as the provider: a rehearsal may let AWS fail a share of the calls.
    maxAttempts: 25,
  });
}
