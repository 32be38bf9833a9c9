import { macie2 } from '../../../../emulator/services/macie2';
import { callOf, fakeWorld } from '../../../support/world';

async function setUp() {
  const call = callOf(macie2(fakeWorld()));
  await call('EnableMacie');
  return call;
}

test('Macie finds nothing, allows nothing and reveals nothing', async () => {
  const call = await setUp();
  expect(await call('ListFindings')).toEqual({ findingIds: [] });
  expect(await call('ListAllowLists')).toEqual({ allowLists: [] });
  expect(await call('GetRevealConfiguration')).toEqual({ configuration: { status: 'DISABLED' } });
  expect(await call('GetInvitationsCount')).toEqual({ invitationsCount: 0 });
});

test('custom data identifiers are read together, the deleted ones too', async () => {
  const call = await setUp();
  const make = async (name: string) =>
    (await call('CreateCustomDataIdentifier', { name, regex: '\\d' })).customDataIdentifierId;
  const [kept, deleted] = [await make('kept'), await make('deleted')];
  await call('DeleteCustomDataIdentifier', { id: deleted });
  const { customDataIdentifiers, notFoundIdentifierIds } = await call('BatchGetCustomDataIdentifiers', {
    ids: [kept, deleted, 'other'],
  });
  expect(customDataIdentifiers).toMatchObject([
    { id: kept, name: 'kept', deleted: false },
    { id: deleted, name: 'deleted', deleted: true },
  ]);
  expect(notFoundIdentifierIds).toEqual(['other']);
});
