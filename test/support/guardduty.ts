import { guardduty } from '../../emulator/services/guardduty';
import type { Json } from '../../emulator/toolkit/untyped';
import { callOf, type FakeWorld, type FakeWorldOptions, fakeWorld } from './world';

type Ask = (operation: string, input?: Json) => Promise<Json>;

/** An organization with a security account and a member account, and GuardDuty in one region of it. */
export interface GuardDutyWorld {
  readonly world: FakeWorld;
  readonly security: string;
  readonly member: string;
  /** Calls GuardDuty in the name of an account, with that account's detector wherever a path wants one. */
  as(account: string, region?: string): Ask;
  leftovers(account?: string): string[];
}

/** The management account of the fake organization. */
export const MANAGEMENT = '111111111111';

/** An account outside the organization, with the e-mail address of its owner. */
export const OUTSIDE = { id: '999999999999', email: 'outside@example.com' };

/** GuardDuty with trusted access, before anything is enabled in it. */
export async function guardDutyWorld(options: FakeWorldOptions = {}): Promise<GuardDutyWorld> {
  const world = fakeWorld({ ...options, settings: { outsideAccounts: [OUTSIDE], ...options.settings } });
  world.organization.enableTrustedAccess('guardduty.amazonaws.com');
  const [security, member] = [await world.vend('security'), await world.vend('member')];
  const service = guardduty(world);
  const call = callOf(service);
  const as: GuardDutyWorld['as'] =
    (account, region = 'us-east-1') =>
    async (operation, input = {}) => {
      const { detectorIds } = await call('ListDetectors', {}, account, region);
      return call(operation, { detectorId: detectorIds[0], ...input }, account, region);
    };
  const leftovers = (account?: string) =>
    service
      .leftovers()
      .filter((one) => account === undefined || one.account === account)
      .map((one) => one.resource);
  return { world, security, member, as, leftovers };
}

/** The same after the security account has its detector and the delegation. */
export async function delegatedWorld(options: FakeWorldOptions = {}): Promise<GuardDutyWorld> {
  const delegated = await guardDutyWorld(options);
  await delegated.as(delegated.security)('CreateDetector', { enable: true });
  await delegated.as(MANAGEMENT)('EnableOrganizationAdminAccount', { adminAccountId: delegated.security });
  return delegated;
}

/** What a refused call rejects with. */
export function refusal(message: string) {
  return expect.objectContaining({
    code: 'BadRequestException',
    status: 400,
    message: expect.stringContaining(message),
  });
}
