import { extraGrants } from '../../../cli/verify/extra-grants';
import { Resolver } from '../../../cli/verify/resolver';
import type { Stack, Stacks } from '../../../cli/verify/written-stacks';
import { awsError, FakeLiveAws } from '../../support/fake-live-aws';

const account = '444455556666';
const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

/** A lake whose analysts may read one database. */
const stacks: Stacks = new Map<string, Stack>([
  [
    'ai-models',
    {
      provider: { aws: [{ region: 'eu-central-1', allowed_account_ids: [account] }] },
      resource: {
        aws_lakeformation_data_lake_settings: { settings: { admins: [role('admin')] } },
        aws_lakeformation_permissions: {
          analysts: { principal: role('analyst'), permissions: ['DESCRIBE'], database: { name: 'lake' } },
        },
      },
    },
  ],
]);

const grant = (principal: string, Resource: object, ...Permissions: readonly string[]) => ({
  ...{ Principal: { DataLakePrincipalIdentifier: principal }, Resource, Permissions },
});
const lake = { Database: { CatalogId: account, Name: 'lake' } };
const written = grant(role('analyst'), lake, 'DESCRIBE');

/** What is said of a lake with these grants, to a caller who administers it unless told otherwise. */
async function said(grants: readonly object[] | Error, caller = 'admin') {
  const aws = new FakeLiveAws(({ operation }) => {
    if (operation === 'ListPermissions')
      return grants instanceof Error ? grants : { PrincipalResourcePermissions: grants };
    if (operation === 'GetDataLakeSettings')
      return { DataLakeSettings: { DataLakeAdmins: [{ DataLakePrincipalIdentifier: role('admin') }] } };
    if (operation === 'GetCallerIdentity') return { Arn: `arn:aws:sts::${account}:assumed-role/${caller}/verify` };
    return awsError('ResourceNotFoundException');
  });
  const names = { byResource: () => ({ account: 'models', accountId: account, region: 'eu-central-1' }) };
  const [finding] = await extraGrants(stacks, new Resolver(stacks, aws), aws, names);
  return finding;
}

describe('grants of a lake', () => {
  it('hold where nobody has one but those that are written, and the administrators', async () => {
    const admins = grant(role('admin'), lake, 'ALL', 'DROP');
    expect(await said([written, admins])).toMatchObject({
      ...{ status: 'holds', id: 'ai-models/grants', account: 'models', deviations: [] },
    });
  });

  it('differ where somebody else has one, or the same role has one on another thing', async () => {
    const finding = await said([
      written,
      grant(role('stranger'), lake, 'SELECT', 'DESCRIBE'),
      grant(role('analyst'), { Database: { CatalogId: account, Name: 'other' } }, 'DESCRIBE'),
    ]);
    expect(finding).toMatchObject({ status: 'differs', mend: expect.stringContaining('revoke') });
    expect(finding?.deviations).toEqual([
      { path: `grant to ${role('stranger')}`, found: expect.stringMatching(/^SELECT, DESCRIBE on .*lake/) },
      { path: `grant to ${role('analyst')}`, found: expect.stringContaining('other') },
    ]);
  });

  it('are unknown where the caller does not administer the lake and sees none that is new', async () => {
    expect(await said([written], 'reader')).toMatchObject({
      status: 'unknown',
      reason: expect.stringContaining('does not administer the data lake'),
      mend: expect.stringContaining('read-only administrator'),
    });
  });

  it('differ all the same where such a caller sees one', async () => {
    expect((await said([written, grant(role('stranger'), lake, 'SELECT')], 'reader'))?.status).toBe('differs');
  });

  it('are unknown where AWS does not say', async () => {
    expect(await said(awsError('AccessDeniedException', 'no'))).toMatchObject({
      ...{ status: 'unknown', reason: 'AccessDeniedException: no', deviations: [] },
    });
  });

  it('are none where there is no lake', async () => {
    const aws = new FakeLiveAws(() => awsError('ResourceNotFoundException'));
    const empty: Stacks = new Map();
    expect(await extraGrants(empty, new Resolver(empty, aws), aws, { byResource: () => ({}) as never })).toEqual([]);
  });
});
