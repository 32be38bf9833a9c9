import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliConfigFile } from '../../deployment/provider-mirror';
import { sessionOf } from '../../emulator/aws-config';
import type { EmulatedAws } from '../../emulator/emulated-aws';
import type { LandingZone } from '../../schema/landing-zone';
import { table } from '../kit/table';

/** All that a visitor of the emulated AWS needs. */
export interface Visit {
  readonly endpoint: string;
  /** AWS configuration file with a profile for every account. */
  readonly configFile: string;
  /** Variables that let the AWS CLI, the SDKs, Terraform and the commands of this project use that file and nothing of the person's own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly accounts: readonly VisitedAccount[];
}

interface VisitedAccount {
  readonly name: string;
  readonly id: string;
  readonly profile: string;
}

interface VisitOptions {
  readonly zone: LandingZone;
  /** Folder of the rehearsal. */
  readonly folder: string;
  readonly aws: Pick<EmulatedAws, 'port' | 'environment'>;
  /** Whether the provider comes from a mirror, which only the rehearsal knows where to find. */
  readonly hasMirror: boolean;
}

/** Writes an AWS configuration file with a profile for every account, that only its owner may read. */
export function writeProfiles({ zone, folder, aws, hasMirror }: VisitOptions): Visit {
  const endpoint = `http://127.0.0.1:${aws.port}`;
  const configFile = join(folder, 'aws-config');
  const accounts = accountsOf(zone, folder);
  const key = (name: string): string => aws.environment[name] ?? '';
  const common = `region = ${zone.homeRegion}\nendpoint_url = ${endpoint}`;
  const sections = accounts.map(({ id, profile }) => {
    const credentials =
      id === zone.managementAccount.id
        ? `aws_access_key_id = ${key('AWS_ACCESS_KEY_ID')}\naws_secret_access_key = ${key('AWS_SECRET_ACCESS_KEY')}`
        : `role_arn = arn:aws:iam::${id}:role/${zone.deployRole}\nrole_session_name = ${sessionOf(aws)}\nsource_profile = ${zone.managementAccount.name}`;
    return `[profile ${profile}]\n${credentials}\n${common}\n`;
  });
  writeFileSync(configFile, sections.join('\n'), { mode: 0o600 });
  return {
    endpoint,
    configFile,
    environment: {
      AWS_CONFIG_FILE: configFile,
      AWS_SHARED_CREDENTIALS_FILE: key('AWS_SHARED_CREDENTIALS_FILE'),
      AWS_PROFILE: zone.managementAccount.name,
      AWS_REGION: zone.homeRegion,
      // The commands that read AWS take it from here alone: no name of a bucket may become a host.
      AWS_ENDPOINT_URL: endpoint,
      ...(hasMirror ? { TF_CLI_CONFIG_FILE: cliConfigFile(folder) } : {}),
      // S3 Control puts the account id in front of the host, a name that only the proxy knows.
      ...Object.fromEntries(
        ['AWS_ENDPOINT_URL_S3_CONTROL', 'HTTP_PROXY', 'NO_PROXY', 'http_proxy', 'no_proxy'].map((name) => [
          name,
          key(name),
        ]),
      ),
    },
    accounts,
  };
}

/** Ids as they were deployed, or as they stand in the files. */
function accountsOf(zone: LandingZone, folder: string): readonly VisitedAccount[] {
  const state = JSON.parse(readFileSync(join(folder, 'state', 'management.tfstate'), 'utf8')) as {
    readonly outputs: { readonly account_ids?: { readonly value: Readonly<Record<string, string>> } };
  };
  const deployed = state.outputs.account_ids?.value ?? {};
  return zone.activeAccounts.flatMap(({ name, id = deployed[name] }) => (id ? [{ name, id, profile: name }] : []));
}

/** What a visitor is told. */
export function guide({ endpoint, configFile, environment, accounts }: Visit, width?: number): string {
  const example = accounts.find(({ name }) => name !== environment.AWS_PROFILE) ?? accounts[0];
  return [
    `The emulated AWS stays up at ${endpoint}. Every account has a profile in ${configFile}`,
    table(
      { head: ['account', 'id', 'profile'], rows: accounts.map(({ name, id, profile }) => [name, id, profile]) },
      width,
    ),
    'In another shell:',
    Object.entries(environment)
      .map(([name, value]) => `  export ${name}=${value}`)
      .join('\n'),
    `  aws s3api list-buckets --profile ${example?.profile}`,
    'Terraform also works there, in .rehearsal/cdktf.out/stacks/<stack>, and so do the commands that read AWS:',
    `  npx landing-zone verify --fail-on differs\n  npx landing-zone evidence --out .rehearsal/evidence`,
    `Ctrl-C here, or kill ${process.pid}, ends it.`,
  ].join('\n\n');
}
