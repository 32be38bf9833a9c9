import { appendFileSync } from 'node:fs';
import { cliConfigFile } from '../deployment/provider-mirror';
import type { EmulatedAws } from '../emulator/emulated-aws';
import { startHcpDouble } from '../emulator/hcp/hcp-double';
import type { RehearsedBackend } from '../schema/facts/rehearsed-backends';
import { type Backend, settingsForm } from '../schema/forms/settings';
import type { LandingZone } from '../schema/landing-zone';

const local: Backend = { type: 'local' };

/**
 * The settings of a backend as they are rehearsed: those of the landing zone where it has such a backend, else ones made for the rehearsal.
 * A key of AWS KMS is left out, because nobody has made it there.
 */
export function rehearsedBackend(
  { name, homeRegion, backend }: LandingZone,
  type: RehearsedBackend = 'local',
): Backend {
  switch (type) {
    case 'local':
      return local;
    case 's3': {
      const { bucket, region, prefix } =
        backend.type === 's3' ? backend : { bucket: `${name}-terraform-state`, region: homeRegion, prefix: undefined };
      return settingsForm.shape.backend.parse({ type, bucket, region, prefix });
    }
    case 'hcp': {
      const { organization, hostname, project, workspacePrefix } =
        backend.type === 'hcp' ? backend : { organization: name, ...made };
      return settingsForm.shape.backend.parse({ type, organization, hostname, project, workspacePrefix });
    }
  }
}

const made = { hostname: undefined, project: undefined, workspacePrefix: undefined };

/** What keeps the states while a rehearsal runs. */
export interface StartedBackend {
  /** Leads Terraform there. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/**
 * Starts what keeps the states: a versioned bucket in the management account of the emulated AWS, or a double of HCP Terraform in which
 * workspaces run locally.
 *
 * @param folder holds the CLI configuration of the engine
 */
export async function startBackend(
  backend: Backend,
  aws: Pick<EmulatedAws, 'port' | 'environment'>,
  folder: string,
): Promise<StartedBackend> {
  switch (backend.type) {
    case 'local':
      return { environment: {}, close: async () => undefined };
    case 's3':
      await createBucket(aws, backend);
      return { environment: {}, close: async () => undefined };
    case 'hcp': {
      const { organization, hostname } = backend;
      const double = await startHcpDouble({ settings: { organization, hostname, defaultExecutionMode: 'local' } });
      const file = cliConfigFile(folder);
      appendFileSync(file, double.cliConfig(double.tokens.owners), { mode: 0o600 });
      return { environment: { TF_CLI_CONFIG_FILE: file }, close: double.close };
    }
  }
}

/** As the first deployment has a person make it: versioned, so that a state which went wrong is not the only one. */
async function createBucket(
  { port, environment }: Pick<EmulatedAws, 'port' | 'environment'>,
  { bucket, region }: Extract<Backend, { type: 's3' }>,
): Promise<void> {
  const { CreateBucketCommand, PutBucketVersioningCommand, S3Client } = await import('@aws-sdk/client-s3');
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = environment;
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
  });
  const isDefault = region === 'us-east-1';
  await client.send(
    new CreateBucketCommand({
      Bucket: bucket,
      ...(!isDefault && { CreateBucketConfiguration: { LocationConstraint: region as never } }),
    }),
  );
  await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  client.destroy();
}
