import { closedAccounts, undeclaredAccounts } from '../../../cli/teardown/proof';
import { awsError, FakeLiveAws } from '../../support/fake-live-aws';
import { smallZone } from '../../support/synth';

const zone = smallZone();
const listing = (...accounts: readonly object[]) =>
  new FakeLiveAws(({ operation }) =>
    operation === 'ListAccounts' ? { Accounts: accounts } : new Error(`${operation} is not asked`),
  );
const management = { Id: '111122223333', Email: 'aws+management@example.com', State: 'ACTIVE' };
const archive = { Id: '222233334444', Email: 'AWS+log-archive@example.com' };
const stray = { Id: '333344445555', Name: 'stray', Email: 'stray@example.com' };

describe('what a teardown asks Organizations', () => {
  it.each(['SUSPENDED', 'PENDING_CLOSURE', 'CLOSED'])('is which accounts are closed: %s', async (State) => {
    expect(await closedAccounts(zone, listing(management, { ...archive, State }))).toEqual([
      'aws_organizations_account.account-log-archive',
    ]);
  });

  it('is told by Status where AWS sends no State', async () => {
    const address = ['aws_organizations_account.account-log-archive'];
    expect(await closedAccounts(zone, listing({ ...archive, Status: 'SUSPENDED' }))).toEqual(address);
    expect(await closedAccounts(zone, listing({ ...archive, Status: 'ACTIVE' }))).toEqual([]);
  });

  it('is which active members have no file', async () => {
    const members = [management, { ...archive, State: 'ACTIVE' }, { ...stray, State: 'ACTIVE' }];
    expect(await undeclaredAccounts(zone, listing(...members))).toEqual(['stray (333344445555)']);
    expect(await undeclaredAccounts(zone, listing({ ...stray, State: 'SUSPENDED' }))).toEqual([]);
  });

  it('is nothing where there is no organization any more', async () => {
    const none = new FakeLiveAws(() => awsError('AWSOrganizationsNotInUseException'));
    expect(await undeclaredAccounts(zone, none)).toEqual([]);
    expect(await closedAccounts(zone, none)).toEqual([]);
  });
});
