import { orAbsent } from '../../live/answer';
import type { Finding } from '../../live/finding';
import type { LiveAws } from '../../live/live-aws';
import { accountsOf, tryByAddress } from '../../live/readers/organizations';
import type { Account, LandingZone } from '../../schema/landing-zone';
import { verify } from '../verify/verify';
import { writtenStacks } from '../verify/written-stacks';
import { type Kept, keptIn } from './keepings';

/** What `verify` finds once things should be gone, without what is kept. */
export interface Proof {
  readonly still: readonly Finding[];
  readonly unknown: readonly Finding[];
}

interface ProofOptions {
  readonly zone: LandingZone;
  readonly kept: readonly Kept[];
  readonly aws: LiveAws;
  /** Whether a stack is asked about. */
  readonly isAsked: (stack: string) => boolean;
  readonly onProgress: (done: number, all: number) => void;
}

/** Asks AWS for everything that should be gone, in every account that can be entered still: what is in a closed one goes with it. */
export async function proveEmpty({ zone, kept, aws, isAsked, onProgress }: ProofOptions): Promise<Proof> {
  const accounts = (await openAccounts(zone, aws)).map(({ name }) => name);
  const stacks = writtenStacks(zone);
  const { findings } = await verify({ zone, stacks, aws, accounts, expectEmpty: true, onProgress });
  const asked = findings.filter(({ id }) => {
    const [stack = '', address = ''] = id.split('/');
    return isAsked(stack) && !keptIn(kept, stack).includes(address);
  });
  return {
    still: asked.filter(({ status }) => status === 'differs'),
    unknown: asked.filter(({ status }) => status === 'unknown'),
  };
}

/** Accounts that Organizations calls active, with those that are none of its members. */
async function openAccounts(zone: LandingZone, aws: LiveAws): Promise<readonly Account[]> {
  const members = await membersOf(zone, aws);
  return zone.activeAccounts.filter((account) => {
    if (account.origin === 'management' || account.origin === 'external') return true;
    const member = memberOf(account, members);
    return member !== undefined && (member.State ?? member.Status) === 'ACTIVE';
  });
}

/** Addresses in the management stack of accounts that AWS has closed: no destroy can close them once more. */
export async function closedAccounts(zone: LandingZone, aws: LiveAws): Promise<readonly string[]> {
  const members = await membersOf(zone, aws);
  return zone.accounts.flatMap((account) => {
    const member = memberOf(account, members);
    const isClosed = member !== undefined && (member.State ?? member.Status) !== 'ACTIVE';
    return isClosed ? [`aws_organizations_account.account-${account.key}`] : [];
  });
}

/** Active members of the organization that no file declares, as `name (id)`. */
export async function undeclaredAccounts(zone: LandingZone, aws: LiveAws): Promise<readonly string[]> {
  const members = await membersOf(zone, aws);
  const declared = new Set(zone.accounts.map((account) => memberOf(account, members)?.Id));
  return members
    .filter((each) => (each.State ?? each.Status) === 'ACTIVE' && !declared.has(each.Id))
    .filter(({ Id }) => Id !== zone.managementAccount.id)
    .map(({ Name, Id }) => `${Name} (${Id})`);
}

type Members = Awaited<ReturnType<typeof accountsOf>>;

const memberOf = ({ id, email }: Account, members: Members): Members[number] | undefined =>
  members.find(({ Id }) => Id === id) ?? tryByAddress(members, email);

/** None where there is no organization any more. */
const membersOf = async (zone: LandingZone, aws: LiveAws): Promise<Members> =>
  (await orAbsent(accountsOf(aws.at(zone.managementAccount.id ?? '', zone.homeRegion)))) ?? [];
