import { accountId, findAccount, membersById } from '../../../../policy/guardrails/simulation/accounts';
import { nameOf, principalOf, tryExemptRole } from '../../../../policy/guardrails/simulation/principals';
import { tryAccountOf } from '../../../../policy/iam/principal';
import { zoneOf } from '../../../support/zone';

const zone = zoneOf();
const account = findAccount(zone, 'acquired');
const arnOf = (written?: string) => nameOf(principalOf(zone, account, written));
const own = (resource: string) => `arn:aws:iam::222233334444:${resource}`;

describe('a principal', () => {
  it.each([
    ['Developer', own('role/Developer')],
    ['team/Developer', own('role/team/Developer')],
    ['root', own('root')],
    ['deployRole', own('role/OrganizationAccountAccessRole')],
    ['breakGlass', own('role/BreakGlass')],
    ['modelApprovers', own('role/ModelApprover')],
    ['arn:aws:iam::999988887777:role/outsider', 'arn:aws:iam::999988887777:role/outsider'],
    ['arn:aws:iam::999988887777:user/team/ann', 'arn:aws:iam::999988887777:user/team/ann'],
    ['arn:aws:sts::999988887777:assumed-role/Developer/ann', 'arn:aws:iam::999988887777:role/Developer'],
    ['arn:aws:sts::999988887777:federated-user/ann', 'arn:aws:sts::999988887777:federated-user/ann'],
    ['config.amazonaws.com', 'config.amazonaws.com'],
  ])('written as %s is %s', (written, name) => {
    expect(arnOf(written)).toBe(name);
  });

  it('is a role that no exemption names where none is written', () => {
    const roles = ['deployRole', 'breakGlass', 'modelApprovers', 'dataStewards', 'securityResponders'];
    expect(roles.map(arnOf)).not.toContain(arnOf());
    expect(arnOf()).toMatch(/^arn:aws:iam::222233334444:role\/\w+$/);
  });

  it.each([
    ['Developer', 'role', false],
    ['root', 'root', false],
    ['arn:aws:iam::999988887777:user/ann', 'user', false],
    ['arn:aws:sts::999988887777:federated-user/ann', 'federated', false],
    ['arn:aws:iam::222233334444:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig', 'role', true],
    ['aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig', 'role', true],
  ])('%s is of the kind %s, and is service-linked: %s', (written, kind, serviceLinked) => {
    const principal = principalOf(zone, account, written);
    expect([principal.kind, principal.serviceLinked ?? false]).toEqual([kind, serviceLinked]);
  });

  it.each(['arn:aws:s3:::bucket', 'arn:aws:iam::222233334444:policy/x', 'arn:aws:iam::1:root', 'arn:'])(
    'is not %s',
    (arn) => {
      expect(() => arnOf(arn)).toThrow(`'${arn}' is not the ARN of`);
    },
  );

  it('is nobody where the settings name no role for an exemption', () => {
    const without = zoneOf({ settings: { roles: {} } });
    expect(tryExemptRole(without, 'breakGlass')).toBeUndefined();
    expect(() => principalOf(without, account, 'breakGlass')).toThrow('roles.breakGlass');
  });

  it('has text in place of what AWS makes up in the name of a role', () => {
    const name = 'aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Admin_*';
    const roles = { breakGlass: [name, 'Other'] };
    expect(tryExemptRole(zoneOf({ settings: { roles } }), 'breakGlass')).toMatch(
      /^aws-reserved\/sso\.amazonaws\.com\/\w+\/AWSReservedSSO_Admin_\w+$/,
    );
  });
});

describe('the id of an account', () => {
  it('is the one that is written down', () => {
    expect(accountId(account)).toBe('222233334444');
  });

  it('is invented where none is, of twelve digits, another for each name and always the same', () => {
    const ids = zone.accounts.map(accountId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^\d{12}$/);
    expect(zoneOf().accounts.map(accountId)).toEqual(ids);
  });

  it('leads back to the member of the organization, and to nobody outside', () => {
    const members = membersById(zone);
    expect(members.get('222233334444')).toBe(account);
    expect(members.get(accountId(findAccount(zone, 'models')))?.name).toBe('models');
    expect(members.get(accountId(findAccount(zone, 'partner')))).toBeUndefined();
    expect(members.get('999988887777')).toBeUndefined();
  });

  it.each([
    ['arn:aws:sqs:eu-west-1:111122223333:queue', '111122223333'],
    ['arn:aws:s3:::bucket/111122223333:x', undefined],
    ['arn:aws:bedrock:eu-west-1::foundation-model/a', undefined],
    ['arn:aws:iam::aws:policy/AdministratorAccess', undefined],
    ['*', undefined],
  ])('stands in the ARN %s as %s', (arn, id) => {
    expect(tryAccountOf(arn)).toBe(id);
  });

  it('is asked for by the name of an account, and the nearest is named where there is none', () => {
    expect(() => findAccount(zone, 'model')).toThrow("did you mean 'models'?");
  });
});
