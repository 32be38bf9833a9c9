import { macie2 } from '../../../../emulator/services/macie2';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const OTHER = '222222222222';
const NOT_ENABLED = { code: 'AccessDeniedException', message: 'Macie is not enabled.', status: 403 };

function setUp() {
  const service = macie2(fakeWorld());
  return { service, call: callOf(service) };
}

describe('Macie in one account and region', () => {
  it('refuses every operation but enabling and delegating before Macie is enabled', async () => {
    const { service, call } = setUp();
    if (service.protocol !== 'rest') throw new Error('Macie speaks REST');
    const open = ['EnableMacie', 'EnableOrganizationAdminAccount', 'DisableOrganizationAdminAccount'];
    for (const { operation } of service.routes) {
      if ([...open, 'ListOrganizationAdminAccounts'].includes(operation)) continue;
      await expect(call(operation)).rejects.toMatchObject(NOT_ENABLED);
    }
  });

  it('enables Macie with the defaults of AWS', async () => {
    const { call } = setUp();
    await call('EnableMacie');
    expect(await call('GetMacieSession')).toMatchObject({
      status: 'ENABLED',
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
      serviceRole: `arn:aws:iam::${MANAGEMENT}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
    });
  });

  it('refuses to enable Macie a second time', async () => {
    const { call } = setUp();
    await call('EnableMacie');
    await expect(call('EnableMacie')).rejects.toMatchObject({
      code: 'ConflictException',
      message: 'Macie has already been enabled',
      status: 409,
    });
  });

  it('keeps accounts and regions apart', async () => {
    const { call } = setUp();
    await call('EnableMacie');
    await expect(call('GetMacieSession', {}, OTHER)).rejects.toMatchObject(NOT_ENABLED);
    await expect(call('GetMacieSession', {}, MANAGEMENT, 'eu-west-1')).rejects.toMatchObject(NOT_ENABLED);
  });

  it('changes only the settings that an update names, and refuses unknown ones', async () => {
    const { call } = setUp();
    await call('EnableMacie', { findingPublishingFrequency: 'ONE_HOUR' });
    await call('UpdateMacieSession', { status: 'PAUSED' });
    expect(await call('GetMacieSession')).toMatchObject({ status: 'PAUSED', findingPublishingFrequency: 'ONE_HOUR' });
    await expect(call('UpdateMacieSession', { status: 'OFF' })).rejects.toMatchObject({ code: 'ValidationException' });
  });

  it('forgets all resources and settings of the account when Macie is disabled', async () => {
    const { service, call } = setUp();
    await call('EnableMacie');
    await call('CreateFindingsFilter', { name: 'low', action: 'ARCHIVE', findingCriteria: { criterion: {} } });
    await call('CreateCustomDataIdentifier', { name: 'badge', regex: 'E-[0-9]{6}' });
    const automatic = { publishClassificationFindings: true, publishPolicyFindings: false };
    await call('PutFindingsPublicationConfiguration', { securityHubConfiguration: automatic });
    expect(service.leftovers()).toHaveLength(3);

    await call('DisableMacie');
    expect(service.leftovers()).toEqual([]);
    await call('EnableMacie');
    expect(await call('ListFindingsFilters')).toEqual({ findingsFilterListItems: [] });
    expect(await call('GetFindingsPublicationConfiguration')).toEqual({
      securityHubConfiguration: { publishClassificationFindings: false, publishPolicyFindings: true },
    });
  });
});
