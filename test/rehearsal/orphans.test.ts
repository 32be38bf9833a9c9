import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ListAccountsCommand,
  ListOrganizationalUnitsForParentCommand,
  ListPoliciesCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { Terraform } from '../../deployment/terraform';
import { importOrphans } from '../../rehearsal/orphans';

const written = {
  aws_organizations_organizational_unit: {
    'ou-Workloads': { name: 'Workloads', parent_id: `\${aws_organizations_organization.organization.roots[0].id}` },
    'ou-Workloads-Production': {
      name: 'Production',
      parent_id: `\${aws_organizations_organizational_unit.ou-Workloads.id}`,
    },
  },
  aws_organizations_account: {
    'account-security': { email: 'aws+security@example.com' },
    'account-sandbox': { email: 'aws+sandbox@example.com' },
  },
  aws_organizations_policy: {
    'scp-root-1': { name: 'acme-root-1', type: 'SERVICE_CONTROL_POLICY' },
    tags: { name: 'acme-tags', type: 'TAG_POLICY' },
  },
  aws_sns_topic: { findings: { name: 'findings' } },
};

const resource = (type: string, name: string, attributes: object) => ({
  mode: 'managed',
  type,
  name,
  instances: [{ attributes }],
});

describe('an apply that was cut off', () => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-orphans-'));
  const calls = join(folder, 'calls');
  const stateFile = join(folder, 'management.tfstate');

  beforeAll(() => {
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ resource: written }));
    writeFileSync(join(folder, 'terraform'), `#!/bin/sh\necho "$@" >> ${calls}\n`, { mode: 0o755 });
  });
  beforeEach(() => {
    rmSync(calls, { force: true });
    jest.spyOn(OrganizationsClient.prototype, 'send').mockImplementation(async (command: unknown) => {
      if (command instanceof ListAccountsCommand)
        return command.input.NextToken === undefined
          ? { Accounts: [{ Id: '222222222222', Email: 'aws+security@example.com' }], NextToken: 'more' }
          : { Accounts: [{ Id: '333333333333', Email: 'aws+sandbox@example.com' }] };
      if (command instanceof ListPoliciesCommand)
        return { Policies: command.input.Filter === 'TAG_POLICY' ? [{ Id: 'p-tags0001', Name: 'acme-tags' }] : [] };
      if (command instanceof ListOrganizationalUnitsForParentCommand)
        return {
          OrganizationalUnits: command.input.ParentId === 'r-1111' ? [{ Id: 'ou-1', Name: 'Workloads' }] : [],
        };
      throw new Error('an unexpected call');
    });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The addresses that are imported into a state with these resources. */
  async function imported(...resources: object[]): Promise<readonly string[]> {
    writeFileSync(stateFile, JSON.stringify({ resources }));
    const program = join(folder, 'terraform');
    const logFile = join(folder, 'log');
    const terraform = new Terraform({
      program,
      directory: folder,
      stack: 'management',
      stateFile,
      environment: process.env,
      logFile,
    });
    return await importOrphans(terraform, folder, { AWS_DEFAULT_REGION: 'us-east-1' });
  }

  const organization = resource('aws_organizations_organization', 'organization', { roots: [{ id: 'r-1111' }] });

  it('leaves accounts, policies and OUs that are taken into the state by the id that AWS gave them', async () => {
    expect(await imported(organization)).toEqual([
      'aws_organizations_organizational_unit.ou-Workloads',
      'aws_organizations_account.account-security',
      'aws_organizations_account.account-sandbox',
      'aws_organizations_policy.tags',
    ]);
    expect(readFileSync(calls, 'utf8')).toContain(
      'import -input=false -no-color aws_organizations_account.account-sandbox 333333333333\n',
    );
  });

  it('imports nothing that the state has', async () => {
    const known = [
      organization,
      resource('aws_organizations_account', 'account-security', { id: '222222222222' }),
      resource('aws_organizations_account', 'account-sandbox', { id: '333333333333' }),
      resource('aws_organizations_policy', 'tags', { id: 'p-tags0001' }),
      resource('aws_organizations_organizational_unit', 'ou-Workloads', { id: 'ou-1' }),
    ];
    expect(await imported(...known)).toEqual([]);
    expect(existsSync(calls)).toBe(false);
  });

  it('finds no OU before its parent is known', async () => {
    expect(await imported()).not.toContain('aws_organizations_organizational_unit.ou-Workloads');
  });
});
