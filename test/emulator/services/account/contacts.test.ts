import { account } from '../../../../emulator/services/account';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const contact = {
  Name: 'Security team',
  Title: 'On call',
  EmailAddress: 'security@example.com',
  PhoneNumber: '+49 30 1234567',
  AlternateContactType: 'SECURITY',
};
const which = { AlternateContactType: 'SECURITY' };

describe('alternate contacts', () => {
  it('are kept by type, and gone once deleted', async () => {
    const ask = callOf(account(fakeWorld()));
    await expect(ask('GetAlternateContact', which)).rejects.toEqual(refusal('ResourceNotFoundException'));
    expect(await ask('PutAlternateContact', contact)).toEqual({});
    expect(await ask('GetAlternateContact', which)).toEqual({ AlternateContact: contact });
    const other = { AlternateContactType: 'BILLING' };
    await expect(ask('GetAlternateContact', other)).rejects.toEqual(refusal('ResourceNotFoundException'));
    expect(await ask('DeleteAlternateContact', which)).toEqual({});
    await expect(ask('DeleteAlternateContact', which)).rejects.toEqual(refusal('ResourceNotFoundException'));
  });

  it('are what a member sets for itself, without any trusted access', async () => {
    const world = fakeWorld();
    const id = await world.vend('sandbox');
    const service = account(world);
    await callOf(service)('PutAlternateContact', contact, id);
    expect(service.leftovers()).toEqual([{ account: id, resource: 'global alternate-contact SECURITY' }]);
  });

  it('are set for a member by the management account alone, with trusted access', async () => {
    const world = fakeWorld();
    const id = await world.vend('sandbox');
    const other = await world.vend('other');
    const ask = callOf(account(world));
    const input = { ...contact, AccountId: id };
    await expect(ask('PutAlternateContact', input)).rejects.toEqual(refusal('AccessDeniedException'));
    world.organization.enableTrustedAccess('account.amazonaws.com');
    await expect(ask('PutAlternateContact', input, other)).rejects.toEqual(refusal('AccessDeniedException'));
    await ask('PutAlternateContact', input);
    expect(await ask('GetAlternateContact', which, id)).toEqual({ AlternateContact: contact });
  });

  it.each([
    ['a telephone number with letters', { PhoneNumber: 'call me' }],
    ['a telephone number that is too long', { PhoneNumber: '1'.repeat(26) }],
    ['an address that is none', { EmailAddress: 'security' }],
    ['a type that there is not', { AlternateContactType: 'LEGAL' }],
    ['a contact without a name', { Name: '' }],
    ['a contact that leaves its name out', { Name: undefined }],
  ])('refuse %s', async (_, change) => {
    const asked = callOf(account(fakeWorld()))('PutAlternateContact', { ...contact, ...change });
    await expect(asked).rejects.toEqual(refusal('ValidationException'));
  });
});

describe('contact information', () => {
  it('is what was put last', async () => {
    const ask = callOf(account(fakeWorld()));
    await expect(ask('GetContactInformation')).rejects.toEqual(refusal('ResourceNotFoundException'));
    const ContactInformation = {
      FullName: 'Acme',
      AddressLine1: 'Main street 1',
      City: 'Berlin',
      PostalCode: '10115',
      CountryCode: 'DE',
      PhoneNumber: '+49 30 1234567',
    };
    await ask('PutContactInformation', { ContactInformation }, MANAGEMENT);
    expect(await ask('GetContactInformation')).toEqual({ ContactInformation });
  });
});
