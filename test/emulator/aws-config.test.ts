import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsConfig, type ConfigFacts, writePrivately } from '../../emulator/aws-config';

const account = (id: string, name: string, status: 'ACTIVE' | 'SUSPENDED' = 'ACTIVE') => ({
  ...{ id, name, status },
  email: `${id}@example.com`,
  arn: `arn:aws:organizations::111111111111:account/o-a/${id}`,
});

const config = (...accounts: ConfigFacts['accounts']): string =>
  awsConfig({ port: 4599, region: 'eu-central-1', accessKey: 'AKIA', managementAccount: '111111111111', accounts });

const profiles = (text: string): (string | undefined)[] =>
  [...text.matchAll(/^\[profile (.*)\]$/gm)].map(([, name]) => name);

describe('the AWS configuration file', () => {
  it('has the key of the management account where there is no organization', () => {
    expect(config()).toBe(
      [
        "# The management account, 111111111111: an administrator's key, no role to assume.",
        '[profile management]',
        'aws_access_key_id = AKIA',
        'aws_secret_access_key = rehearsal',
        'region = eu-central-1',
        'endpoint_url = http://127.0.0.1:4599',
        '',
      ].join('\n'),
    );
  });

  it('has for each member account the role that the management account assumes', () => {
    const text = config(account('111111111111', 'management'), account('222222222222', 'ml production'));
    expect(profiles(text)).toEqual(['management', 'ml-production']);
    expect(text).toContain(
      [
        '# ml production, 222222222222',
        '[profile ml-production]',
        'role_arn = arn:aws:iam::222222222222:role/OrganizationAccountAccessRole',
        `role_session_name = visitor-${process.pid}-4599`,
        'source_profile = management',
        'region = eu-central-1',
        'endpoint_url = http://127.0.0.1:4599',
      ].join('\n'),
    );
  });

  it('gives accounts whose names are no names of their own profiles with their ids', () => {
    const twins = [account('222222222222', 'ml a'), account('333333333333', 'ml-a')];
    expect(profiles(config(...twins, account('444444444444', 'management')))).toEqual([
      'management',
      'ml-a-222222222222',
      'ml-a-333333333333',
      'management-444444444444',
    ]);
  });

  it('leaves out an account that is closed', () => {
    expect(profiles(config(account('222222222222', 'gone', 'SUSPENDED')))).toEqual(['management']);
  });

  it('is written whole, and only its owner reads it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'aws-config-'));
    const file = join(folder, 'config');
    writePrivately(file, 'first');
    writePrivately(file, 'second');
    expect(readFileSync(file, 'utf8')).toBe('second');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['config']);
    rmSync(folder, { recursive: true });
  });
});
