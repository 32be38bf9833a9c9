import type { Call, Caller } from '../proofs/calls';

/** A way round a promise: who tries what, in which account, and what stops it. */
export interface Path extends Call {
  /** Name of an account of the sample. */
  readonly account: string;
  /** Ids of controls, mostly of one: each stops the call by itself, and with these left out it would go through. */
  readonly stoppedBy: readonly string[];
}

/** Ways round the promises of a room of controls, by the promise in words of its own. */
export type Room = Readonly<Record<string, readonly Path[]>>;

/** Calls in one account that a control stops, or each of several. */
export const stopped = (by: string | readonly string[], account: string, ...calls: readonly Call[]): readonly Path[] =>
  calls.map((call) => ({ ...call, account, stoppedBy: [by].flat().sort() }));

/** May do everything that policies of the account can give. */
export const administrator: Caller = {
  name: 'an administrator',
  principal: 'aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_AdministratorAccess_0123456789abcdef',
};
export const member: Caller = { name: 'the root user of a member', principal: 'root' };
export const outsider: Caller = { name: 'an outsider', principal: 'arn:aws:iam::999988887777:role/outsider' };
export const deployer: Caller = { name: 'the deploy role', principal: 'deployRole' };
export const emergency: Caller = { name: 'the emergency role', principal: 'breakGlass' };

/** Whoever wants to be taken for a role that is exempt. */
export const impostors = (role: string): readonly Caller[] => [
  { name: `a user called ${role}`, principal: `arn:aws:iam::{account}:user/${role}` },
  { name: `a role called ${role} below a path`, principal: `teams/${role}` },
  { name: `a role whose name begins like ${role}`, principal: `${role}Tools` },
  { name: `a role whose name is ${role} in capitals`, principal: role.toUpperCase() },
  { name: `a session called ${role}`, principal: `arn:aws:sts::{account}:assumed-role/Developer/${role}` },
];

/** A service of AWS that acts for another account. */
export const serviceOf = (name: string): Caller => ({
  name: `${name} for a stranger`,
  principal: `${name}.amazonaws.com`,
});

/** A resource of another organization. */
export const foreign = { 'aws:ResourceOrgID': 'o-somebodyelse', 'aws:ResourceAccount': '999988887777' };
/** A resource of an account that is in no organization. */
export const ofNobody = { 'aws:ResourceOrgID': [], 'aws:ResourceAccount': '999988887777' };
/** A region that no landing zone governs. */
export const elsewhere = { 'aws:RequestedRegion': 'me-central-1' };
