import { ram } from '../../../../emulator/services/ram';
import { motoRoles } from '../../../support/moto-roles';
import { callOf, fakeWorld, refusal } from '../../../support/world';

describe('sharing within the organization', () => {
  it('brings trusted access and the role of RAM, and may be switched on again', async () => {
    const roles = motoRoles();
    const world = fakeWorld({ moto: roles.answer });
    const enable = () => callOf(ram(world))('EnableSharingWithAwsOrganization');
    expect(await enable()).toEqual({ returnValue: true });
    expect(await enable()).toEqual({ returnValue: true });
    expect(world.organization.hasTrustedAccess('ram.amazonaws.com')).toBe(true);
    expect([...roles.arns].join()).toContain('AWSServiceRoleForResourceAccessManager');
  });

  it('is for the management account of an organization alone', async () => {
    const refused = refusal('OperationNotPermittedException');
    const world = fakeWorld({ moto: motoRoles().answer });
    const enable = (account?: string) => callOf(ram(world))('EnableSharingWithAwsOrganization', {}, account);
    await expect(enable(await world.vend('member'))).rejects.toEqual(refused);
    const alone = fakeWorld({ withOrganization: false });
    await expect(callOf(ram(alone))('EnableSharingWithAwsOrganization')).rejects.toEqual(refused);
  });
});
