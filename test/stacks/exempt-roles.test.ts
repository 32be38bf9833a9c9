import { allowsPrincipal } from '../../policy/iam/resource-policy';
import { actionProblems } from '../../policy/iam/vocabulary';
import type { SettingsSpec } from '../../schema/forms/settings';
import { dutyPermissions } from '../../stacks/account/exempt-role-permissions';
import {
  accountId,
  everyRegion,
  find,
  reference,
  resource,
  resources,
  smallZone,
  statements,
  synth,
  synthOne,
} from '../support/synth';

const madeRoles: SettingsSpec['madeRoles'] = [
  { name: 'BreakGlass', trusts: [{ permissionSet: 'Emergency' }, { user: 'emergency', account: 'management' }] },
  { name: 'ModelApprover', trusts: [{ permissionSet: 'Approval' }, { role: 'review/Board', account: 'security' }] },
  { name: 'SecurityResponder', trusts: [{ role: 'Operations' }], accounts: ['security', 'sandbox'] },
];
const zone = smallZone({ madeRoles, regions: everyRegion }, ['models', 'sandbox', 'partner']);
const stacks = synth(zone);

const holdersOf = (role: string) =>
  Object.values(stacks)
    .filter((stack) => resources(stack, 'aws_iam_role')[`exempt-role-${role}`])
    .map(({ name }) => name);

/** Whether a trust policy of the account `models` lets somebody in, as AWS would see it once the ids are known. */
function admits(role: string, principal: string, context: Record<string, string> = {}): boolean {
  const ids: Record<string, string> = {
    [accountId('models')]: '222222222222',
    [accountId('security')]: '333333333333',
  };
  const body = resource(find(stacks, 'account-models'), 'aws_iam_role', `exempt-role-${role}`);
  const trust = Object.entries(ids).reduce((text, [token, id]) => text.replaceAll(token, id), body.assume_role_policy);
  const request = { action: 'sts:AssumeRole', resource: `arn:aws:iam::222222222222:role/${role}`, context };
  return allowsPrincipal(trust, { principal, ...request });
}

const session = (permissionSet: string, account = '222222222222', hash = '0123456789abcdef') =>
  `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_${permissionSet}_${hash}`;

describe('roles that controls exempt', () => {
  test('are made where their duty is, or where the settings say', () => {
    expect(holdersOf('BreakGlass').sort()).toEqual([
      'account-log-archive',
      'account-models',
      'account-sandbox',
      'account-security',
    ]);
    expect(holdersOf('ModelApprover')).toEqual(['account-models']);
    expect(holdersOf('SecurityResponder').sort()).toEqual(['account-sandbox', 'account-security']);
  });

  test('are assumed by holders of the permission set in the same account, whichever region Identity Center is in', () => {
    expect(admits('ModelApprover', session('Approval'))).toBe(true);
    expect(admits('ModelApprover', session('Approval').replace('eu-central-1/', ''))).toBe(true);
    expect(admits('ModelApprover', session('Approval', '444444444444'))).toBe(false);
    for (const other of ['ApprovalOfOthers', 'Approval_Training', 'NoApproval'])
      expect(admits('ModelApprover', session(other))).toBe(false);
  });

  test('are assumed by a role of the account that is named, and of no other', () => {
    expect(admits('ModelApprover', 'arn:aws:iam::333333333333:role/review/Board')).toBe(true);
    expect(admits('ModelApprover', 'arn:aws:iam::222222222222:role/review/Board')).toBe(false);
    expect(admits('ModelApprover', 'arn:aws:iam::333333333333:role/Board')).toBe(false);
  });

  test('are assumed by nobody else, the deploy role and the root user among them', () => {
    for (const role of ['BreakGlass', 'ModelApprover'])
      for (const who of ['role/PowerUser', `role/${zone.deployRole}`, 'user/emergency', 'root'])
        expect(admits(role, `arn:aws:iam::222222222222:${who}`)).toBe(false);
  });

  test('let a user in with MFA only', () => {
    const user = 'arn:aws:iam::111122223333:user/emergency';
    expect(admits('BreakGlass', user)).toBe(false);
    expect(admits('BreakGlass', user, { 'aws:MultiFactorAuthPresent': 'false' })).toBe(false);
    expect(admits('BreakGlass', user, { 'aws:MultiFactorAuthPresent': 'true' })).toBe(true);
    expect(admits('BreakGlass', user.replace('emergency', 'other'), { 'aws:MultiFactorAuthPresent': 'true' })).toBe(
      false,
    );
  });

  test('of emergencies may do everything and are protected, and the others may do their duty and are not', () => {
    const models = find(stacks, 'account-models');
    expect(
      resource(models, 'aws_iam_role_policy_attachment', 'exempt-role-BreakGlass-AdministratorAccess'),
    ).toMatchObject({
      policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      role: reference('aws_iam_role.exempt-role-BreakGlass.name'),
    });
    expect(resource(models, 'aws_iam_role', 'exempt-role-BreakGlass').lifecycle).toEqual({ prevent_destroy: true });
    expect(resource(models, 'aws_iam_role', 'exempt-role-ModelApprover')).not.toHaveProperty('lifecycle');
    const { policy } = resource(models, 'aws_iam_role_policy', 'exempt-role-ModelApprover-policy');
    expect(statements(policy).Approve?.Action).toBe('sagemaker:UpdateModelPackage');
  });

  test('may do what AWS knows, by statements', async () => {
    const actions = Object.values(dutyPermissions).flatMap((duty) =>
      duty.statements.flatMap(({ Action }) => Action ?? []),
    );
    expect((await Promise.all(actions.map((action) => actionProblems('-', action, action)))).flat()).toEqual([]);
  });
});

describe('the use of break glass', () => {
  const events = {
    source: ['aws.sts'],
    'detail-type': ['AWS API Call via CloudTrail'],
    detail: {
      eventName: [{ prefix: 'AssumeRole' }],
      requestParameters: { roleArn: [{ suffix: ':role/BreakGlass' }] },
    },
  };
  const state = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';

  test('is told from every region of every account, the management account among them, although opening a session is a read', () => {
    for (const { name, regions, origin } of zone.activeAccounts)
      for (const region of origin === 'external' ? [] : regions) {
        const rule = resource(
          find(stacks, `account-${name}`),
          'aws_cloudwatch_event_rule',
          `forward-break-glass-${region}`,
        );
        expect({ ...rule, event_pattern: JSON.parse(rule.event_pattern) }).toMatchObject({
          event_pattern: events,
          state,
        });
      }
  });

  test('is a message to those who receive findings', () => {
    const rule = resource(find(stacks, 'security'), 'aws_cloudwatch_event_rule', 'notify-break-glass');
    expect(JSON.parse(rule.event_pattern)).toEqual(events);
    expect(rule.state).toBe(state);
  });

  test('is told of a permission set too, and of nothing where nobody may break the glass', () => {
    const breakGlass = ['aws-reserved/sso.amazonaws.com/**AWSReservedSSO_Emergency_*'];
    const pattern = JSON.parse(
      resource(
        synthOne(smallZone({ roles: { breakGlass } }), 'security'),
        'aws_cloudwatch_event_rule',
        'notify-break-glass',
      ).event_pattern,
    );
    expect(pattern.detail.requestParameters.roleArn).toEqual([
      { wildcard: '*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Emergency_*' },
    ]);
    const without = synth(smallZone({ roles: {} }));
    for (const stack of Object.values(without))
      expect(Object.keys(resources(stack, 'aws_cloudwatch_event_rule')).join()).not.toContain('break-glass');
  });
});
