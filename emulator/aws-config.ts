import { renameSync, writeFileSync } from 'node:fs';
import type { OrganizationAccount } from './world';

/** What an AWS configuration file of the emulated AWS is made of. */
export interface ConfigFacts {
  readonly port: number;
  /** Where a client asks that names no region. */
  readonly region: string;
  /** Of an administrator of the management account. */
  readonly accessKey: string;
  readonly managementAccount: string;
  /** Accounts of the organization; empty where there is none. */
  readonly accounts: readonly OrganizationAccount[];
}

/** An AWS configuration file with a ready profile for each account; `AWS_CONFIG_FILE` leads every SDK to it. */
export function awsConfig(facts: ConfigFacts): string {
  const { accessKey, managementAccount, accounts } = facts;
  const members = accounts.filter(({ id, status }) => id !== managementAccount && status === 'ACTIVE');
  const blocks = [
    [
      `# The management account, ${managementAccount}: an administrator's key, no role to assume.`,
      `[profile ${management}]`,
      `aws_access_key_id = ${accessKey}`,
      'aws_secret_access_key = rehearsal',
      ...shared(facts),
    ],
    ...members.map((account) => [
      `# ${account.name}, ${account.id}`,
      `[profile ${profileOf(account, members)}]`,
      `role_arn = arn:aws:iam::${account.id}:role/OrganizationAccountAccessRole`,
      `role_session_name = ${sessionOf(facts)}`,
      `source_profile = ${management}`,
      ...shared(facts),
    ]),
  ];
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/**
 * Name of a visitor's sessions, another at each start: the AWS CLI keeps sessions for as long as they last, and would come with one of
 * an emulated AWS that is gone.
 */
export const sessionOf = ({ port }: Pick<ConfigFacts, 'port'>): string => `visitor-${process.pid}-${port}`;

/** Writes a file that only its owner reads, and never half of it. */
export function writePrivately(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  renameSync(unfinished, file);
}

const management = 'management';

const shared = ({ port, region }: ConfigFacts): string[] => [
  `region = ${region}`,
  `endpoint_url = http://127.0.0.1:${port}`,
];

/** The account's name as a profile takes it; with its id where that is no name of its own. */
function profileOf(account: OrganizationAccount, all: readonly OrganizationAccount[]): string {
  const name = plain(account);
  const alone = name !== management && all.filter((other) => plain(other) === name).length === 1;
  return alone ? name : `${name}-${account.id}`;
}

const plain = ({ name }: OrganizationAccount): string => name.replace(/[^\w.-]+/g, '-');
