import { AwsError } from '../../toolkit/errors';
import type { Handler, Json } from '../../toolkit/untyped';
import { createAccessRole } from './access-role';
import { addMember } from './founding';
import { invalidInput, type Organization, type OrganizationsState, THEN } from './state';
import { tagsOf } from './tags';

interface Creation {
  readonly request: Json;
  polls: number;
  result: Json;
}

/** The creation of accounts: asked for, then asked about until it has happened. */
export function creationOperations(state: OrganizationsState): Record<string, Handler> {
  const creations = new Map<string, Creation>();
  const { settings, newId } = state.world;
  return {
    CreateAccount: async ({ account, input }) => {
      const organization = state.in(account);
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.Email)) {
        throw invalidInput('INVALID_PATTERN', `The value '${input.Email}' is not a valid e-mail address.`);
      }
      const id = `car-${newId(32)}`;
      const base = { Id: id, AccountName: input.AccountName, RequestedTimestamp: THEN };
      const failure = failureReason(state, organization, input.Email);
      const outcome = failure
        ? { State: 'FAILED', FailureReason: failure }
        : { State: 'SUCCEEDED', AccountId: await vend(state, organization, input) };
      const creation = {
        request: base,
        polls: settings.accountCreationPolls,
        result: { ...base, ...outcome, CompletedTimestamp: THEN },
      };
      creations.set(id, creation);
      return { CreateAccountStatus: { ...base, State: 'IN_PROGRESS' } };
    },
    DescribeCreateAccountStatus: ({ account, input }) => {
      state.in(account);
      const creation = creations.get(input.CreateAccountRequestId);
      if (!creation) {
        throw new AwsError(
          'CreateAccountStatusNotFoundException',
          "We can't find a create account request with that ID.",
        );
      }
      if (creation.polls-- > 0) return { CreateAccountStatus: { ...creation.request, State: 'IN_PROGRESS' } };
      return { CreateAccountStatus: creation.result };
    },
  };
}

function failureReason(state: OrganizationsState, organization: Organization, email: string): string | undefined {
  if (state.usedEmails.has(email.toLowerCase())) return 'EMAIL_ALREADY_EXISTS';
  return organization.accounts.size >= state.world.settings.accountQuota ? 'ACCOUNT_LIMIT_EXCEEDED' : undefined;
}

async function vend(state: OrganizationsState, organization: Organization, input: Json): Promise<string> {
  const { settings } = state.world;
  const id = state.newAccountId(input.Email);
  state.reserve(id, input.Email);
  addMember(organization, { id, email: input.Email, name: input.AccountName }, tagsOf(input));
  // Only now: accounts that are created at the same time must already count this one.
  await createAccessRole(state.world.moto, id, settings.managementAccount, input.RoleName);
  for (const listener of state.joinListeners) listener(id);
  return id;
}
