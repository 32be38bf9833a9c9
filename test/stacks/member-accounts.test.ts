import { accountId, find, reference, resource, resources, synth, synthOne } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

// One region is enough to see where an account goes.
const settings = { regions: ['eu-central-1'] };
const accounts = sampleAccounts().map((account) => ({ ...account, regions: settings.regions }));
const stacks = synth(zoneOf({ controls: [], settings, accounts }));
const management = find(stacks, 'management');
const unit = (path: string): string => reference(`aws_organizations_organizational_unit.ou-${path}.id`);

describe('member accounts', () => {
  const members = resources(management, 'aws_organizations_account');

  test('are members in their OU; the management account and external ones are not among them', () => {
    expect(Object.values(members).map(({ name, parent_id }) => [name, parent_id])).toEqual([
      ['acquired', unit('Sandbox')],
      ['log-archive', unit('Security')],
      ['models', unit('Workloads-MachineLearning-Production')],
      ['retired', unit('Suspended')],
      ['sandbox', unit('Sandbox')],
      ['security', unit('Security')],
    ]);
  });

  test('get the deploy role, leave access to the bill to IAM, since nobody could undo a DENY, and are tagged with their owner', () => {
    expect(members['account-sandbox']).toMatchObject({
      email: 'aws+sandbox@example.com',
      role_name: 'OrganizationAccountAccessRole',
      iam_user_access_to_billing: 'ALLOW',
      tags: { owner: 'research' },
    });
  });

  test('are not replaced for what AWS forgets after their creation, nor for another address', () => {
    for (const [name, { lifecycle }] of Object.entries(members))
      if (name !== 'account-acquired')
        expect(lifecycle.ignore_changes).toEqual(['role_name', 'iam_user_access_to_billing', 'email']);
  });

  test('that are adopted keep the name and the address that they have', () => {
    expect(members['account-acquired']?.lifecycle.ignore_changes).toEqual([
      'role_name',
      'iam_user_access_to_billing',
      'name',
      'email',
    ]);
  });

  test('are called in AWS as they are shown, and go by their names everywhere else', () => {
    const displayName = 'Data Science (Sandbox)';
    const named = accounts.map((account) => (account.name === 'sandbox' ? { ...account, displayName } : account));
    const others = synth(zoneOf({ controls: [], settings, accounts: named }));
    const renamed = find(others, 'management');
    expect(resource(renamed, 'aws_organizations_account', 'account-sandbox')).toEqual({
      ...members['account-sandbox'],
      name: displayName,
    });
    expect(find(others, 'account-sandbox').json).toEqual(find(stacks, 'account-sandbox').json);
  });

  test('may be renamed, and named back in the same way: Account Management is trusted in any case', () => {
    const principalsOf = (displayName: string | undefined) =>
      resource(
        synthOne(
          zoneOf({
            controls: [],
            settings,
            accounts: accounts.map((account) => (account.name === 'sandbox' ? { ...account, displayName } : account)),
          }),
          'management',
        ),
        'aws_organizations_organization',
        'organization',
      ).aws_service_access_principals;
    expect(principalsOf('Sandbox')).toContain('account.amazonaws.com');
    expect(principalsOf(undefined)).toContain('account.amazonaws.com');
  });

  test('have half an hour to close', () => {
    for (const { timeouts } of Object.values(members)) expect(timeouts).toEqual({ delete: '30m' });
  });

  test('that are adopted are imported by their id', () => {
    expect(management.json.import).toEqual([{ to: 'aws_organizations_account.account-acquired', id: '222233334444' }]);
  });

  test('that stay are neither closed nor destroyed', () => {
    for (const [name, { close_on_deletion, lifecycle }] of Object.entries(members))
      if (name !== 'account-retired')
        expect({ close_on_deletion, prevent_destroy: lifecycle.prevent_destroy }).toEqual({
          close_on_deletion: false,
          prevent_destroy: true,
        });
  });

  test('publish their ids by name', () => {
    expect(Object.keys(management.json.output.account_ids.value)).toEqual(
      Object.values(members).map(({ name }) => name),
    );
  });
});

describe('a closing account', () => {
  const retired = resource(management, 'aws_organizations_account', 'account-retired');
  const stays = accounts.map((account) => ({ ...account, state: 'active' as const }));
  const before = synth(zoneOf({ controls: [], settings, accounts: stays }));

  test('moves to the OU Suspended, and may be closed', () => {
    expect(retired).toMatchObject({ parent_id: unit('Suspended'), close_on_deletion: true });
    expect(retired.lifecycle).not.toHaveProperty('prevent_destroy');
  });

  test('has no stack any more', () => {
    expect(Object.keys(before)).toContain('account-retired');
    expect(Object.keys(stacks)).not.toContain('account-retired');
  });

  test('is in no conformance pack', () => {
    const packs = resources(find(stacks, 'compliance'), 'aws_config_organization_conformance_pack');
    for (const { excluded_accounts } of Object.values(packs)) expect(excluded_accounts).toContain(accountId('retired'));
  });

  test('keeps its logs: the log archive does not change', () => {
    expect(find(stacks, 'log-archive')).toEqual(find(before, 'log-archive'));
  });

  test('changes nothing for the accounts that stay', () => {
    const others = Object.keys(stacks).filter((name) => !['management', 'compliance', 'security'].includes(name));
    for (const name of others) expect(find(stacks, name)).toEqual(find(before, name));
  });

  test('is no more waited for by the alarm on silence, and nothing else changes in the security stack', () => {
    const partsOf = (all: typeof stacks) => {
      const { aws_cloudwatch_metric_alarm: alarms = {}, ...rest } = find(all, 'security').json.resource;
      const { 'silence-alarm': silence, ...others } = alarms;
      return { silence, rest: { ...rest, others } };
    };
    expect(partsOf(stacks).rest).toEqual(partsOf(before).rest);
    expect(partsOf(stacks).silence?.threshold).toBe(Number(partsOf(before).silence?.threshold) - 1);
  });
});
