import type { CreateAccountFailureReason, CreateAccountStatus } from '@aws-sdk/client-organizations';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Wire } from '../../toolkit/operations';
import { tagMap } from '../../toolkit/tags';
import { createAccessRole } from './access-role';
import type { Input, OrganizationsOperations } from './api';
import { addMember } from './founding';
import { pageOf } from './paging';
import { invalidInput, type Organization, type OrganizationsState } from './state';

type Status = Wire<CreateAccountStatus, number>;

interface Creation {
  readonly request: Status;
  /** How many answers still say that it goes on. */
  polls: number;
  readonly result: Status;
}

/** The creation of accounts: asked for, then asked about until it has happened. */
export function creationOperations(state: OrganizationsState): OrganizationsOperations {
  const creations = new Map<string, Creation>();
  const { settings, newId, clock } = state.world;
  return {
    CreateAccount: async ({ account, input }) => {
      const organization = state.in(account);
      const { Email, AccountName } = required(input, 'Email', 'AccountName');
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(Email))
        throw invalidInput('INVALID_PATTERN', `The value '${Email}' is not a valid e-mail address.`);
      const id = `car-${newId(32)}`;
      const base = { Id: id, AccountName, RequestedTimestamp: clock.seconds() };
      const failure = failureReason(state, organization, Email);
      const outcome: Status = failure
        ? { State: 'FAILED', FailureReason: failure }
        : {
            State: 'SUCCEEDED',
            AccountId: await vend(state, organization, input, { email: Email, name: AccountName }),
          };
      creations.set(id, {
        request: base,
        polls: settings.accountCreationPolls,
        result: { ...base, ...outcome, CompletedTimestamp: clock.seconds() },
      });
      return { CreateAccountStatus: { ...base, State: 'IN_PROGRESS' } };
    },
    ListCreateAccountStatus: ({ account, input }) => {
      state.in(account);
      const statuses = [...creations.values()].map(
        ({ request, polls, result }): Status => (polls > 0 ? { ...request, State: 'IN_PROGRESS' } : result),
      );
      const wanted = statuses.filter(({ State }) => State === undefined || (input.States?.includes(State) ?? true));
      const { items, token } = pageOf(wanted, input);
      return { CreateAccountStatuses: items, ...token };
    },
    // Nobody is invited here: accounts are created.
    ListHandshakesForAccount: () => ({ Handshakes: [] }),
    ListHandshakesForOrganization: ({ account }) => {
      state.in(account);
      return { Handshakes: [] };
    },
    DescribeCreateAccountStatus: ({ account, input }) => {
      state.in(account);
      const creation = creations.get(input.CreateAccountRequestId ?? '');
      if (!creation)
        throw new AwsError(
          'CreateAccountStatusNotFoundException',
          "We can't find a create account request with that ID.",
        );
      if (creation.polls-- > 0) return { CreateAccountStatus: { ...creation.request, State: 'IN_PROGRESS' } };
      return { CreateAccountStatus: creation.result };
    },
  };
}

function failureReason(
  state: OrganizationsState,
  organization: Organization,
  email: string,
): CreateAccountFailureReason | undefined {
  if (state.usedEmails.has(email.toLowerCase())) return 'EMAIL_ALREADY_EXISTS';
  return organization.accounts.size >= state.world.settings.accountQuota ? 'ACCOUNT_LIMIT_EXCEEDED' : undefined;
}

async function vend(
  state: OrganizationsState,
  organization: Organization,
  { RoleName, Tags }: Input<'CreateAccount'>,
  owner: { readonly email: string; readonly name: string },
): Promise<string> {
  const { settings, moto, clock } = state.world;
  const id = state.newAccountId(owner.email);
  state.reserve(id, owner.email);
  addMember(organization, { id, ...owner, joined: clock.seconds() }, tagMap(Tags));
  // Only now: accounts that are created at the same time must already count this one.
  await createAccessRole(moto, id, settings.managementAccount, RoleName);
  for (const listener of state.joinListeners) listener(id);
  return id;
}
