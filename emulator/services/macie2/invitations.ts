import type { Invitation, UnprocessedAccount } from '@aws-sdk/client-macie2';
import type { Scope } from '../../toolkit/call';
import type { MacieCall, MacieOperations, Shape } from './api';
import { accessDenied, conflict, notFound } from './errors';
import { isAssociated, type MacieState, type Member } from './state';

/** The way into membership for an account outside the organization, seen from both sides. */
export const invitationOperations = (state: MacieState): MacieOperations => ({
  CreateInvitations: ({ account, region, input }) =>
    unprocessed(input.accountIds, (invited) => invite(state, state.members.get(region, account, invited))),
  ListInvitations: (call) => ({ invitations: pending(state, call).map(describe) }),
  GetInvitationsCount: (call) => ({ invitationsCount: pending(state, call).length }),
  AcceptInvitation: (call) => accept(state, call),
  DeclineInvitations: (call) => unprocessed(call.input.accountIds, (from) => resign(state, call, from)),
  DeleteInvitations: (call) =>
    unprocessed(call.input.accountIds, (from) =>
      resign(state, call, from, (member) => {
        delete member.invitation;
      }),
    ),
  GetAdministratorAccount: (call) => {
    const member = state.membershipOf(call);
    return member ? { administrator: describe(member) } : {};
  },
  GetMasterAccount: (call) => {
    const member = state.membershipOf(call);
    return member ? { master: describe(member) } : {};
  },
  DisassociateFromAdministratorAccount: (call) => leave(state, call),
  DisassociateFromMasterAccount: (call) => leave(state, call),
});

function invite(state: MacieState, member: Member | undefined): string | undefined {
  const { world } = state;
  if (member === undefined) return 'The account must be added before it can be invited';
  if (isAssociated(member)) return 'The account is already associated with a Macie administrator account';
  const { organization, settings } = world;
  const owner = [...organization.accounts(), ...settings.outsideAccounts].find(({ id }) => id === member.account);
  if (owner?.email === member.email) {
    state.relate(member, 'Invited');
    member.invitation = { id: world.newId(32), at: world.clock.iso() };
  } else state.relate(member, 'EmailVerificationFailed');
  return undefined;
}

function accept(state: MacieState, call: MacieCall<'AcceptInvitation'>) {
  const { invitationId, administratorAccountId, masterAccount } = call.input;
  const administrator = administratorAccountId ?? masterAccount;
  const member = received(state, call).find(
    (one) => one.invitation?.id === invitationId && one.administrator === administrator,
  );
  if (member === undefined) throw notFound();
  if (state.membershipOf(call) !== undefined)
    throw conflict('The request failed because your account is already associated with a Macie administrator account');
  state.relate(member, 'Enabled');
  return {};
}

function resign(
  state: MacieState,
  { account, region }: Scope,
  administrator: string,
  also: (member: Member) => void = () => undefined,
): string | undefined {
  const member = state.members.get(region, administrator, account);
  if (member?.invitation === undefined || isAssociated(member)) return 'There is no invitation from the account';
  state.relate(member, 'Resigned');
  also(member);
  return undefined;
}

function leave(state: MacieState, scope: Scope) {
  const member = state.membershipOf(scope);
  if (member === undefined) throw notFound();
  if (member.throughOrganization)
    throw accessDenied('only the Macie administrator for your organization can disassociate your account');
  state.relate(member, 'Resigned');
  return {};
}

const received = (state: MacieState, { account, region }: Scope): Member[] =>
  state.members.list(region).filter((member) => member.account === account);

const pending = (state: MacieState, scope: Scope): Member[] =>
  received(state, scope).filter(({ invitation }) => invitation !== undefined);

/** Tries an action on each account, and lists those for which it gave a reason not to. */
const unprocessed = (
  accountIds: readonly string[] = [],
  act: (accountId: string) => string | undefined,
): { readonly unprocessedAccounts: readonly Shape<UnprocessedAccount>[] } => ({
  unprocessedAccounts: accountIds.flatMap((accountId) => {
    const errorMessage = act(accountId);
    return errorMessage === undefined ? [] : [{ accountId, errorCode: 'ClientError', errorMessage }];
  }),
});

const describe = ({ administrator, invitation, relationshipStatus }: Member): Shape<Invitation> => ({
  accountId: administrator,
  ...(invitation && { invitationId: invitation.id, invitedAt: invitation.at }),
  relationshipStatus,
});
