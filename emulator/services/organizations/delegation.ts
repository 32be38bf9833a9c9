import { AwsError } from '../../toolkit/errors';
import type { Handler } from '../../toolkit/untyped';
import { accountOutput, findAccount } from './accounts';
import { page } from './page';
import { SERVICE_OF_POLICY_TYPE } from './policy-types';
import { type OrganizationsState, THEN, violation } from './state';

/** Trusted access of services, and the member accounts that administer them. */
export function delegationOperations(state: OrganizationsState): Record<string, Handler> {
  return {
    EnableAWSServiceAccess: ({ account, input }) => {
      state.in(account).trusted.add(principalOf(input.ServicePrincipal));
      return {};
    },
    DisableAWSServiceAccess: ({ account, input }) => {
      const { trusted, delegates, policyTypes } = state.in(account);
      if (delegates.get(input.ServicePrincipal)?.size) {
        throw violation(
          'DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE',
          `Deregister the delegated administrators of ${input.ServicePrincipal} first.`,
        );
      }
      const types = [...policyTypes].filter((type) => SERVICE_OF_POLICY_TYPE[type] === input.ServicePrincipal);
      if (types.length > 0) {
        throw violation('POLICY_TYPE_ENABLED_FOR_THIS_SERVICE', `Disable the policy type ${types} first.`);
      }
      trusted.delete(principalOf(input.ServicePrincipal));
      return {};
    },
    ListAWSServiceAccessForOrganization: ({ account, input }) => {
      const { items, token } = page([...state.in(account).trusted], input);
      return {
        EnabledServicePrincipals: items.map((ServicePrincipal) => ({ ServicePrincipal, DateEnabled: THEN })),
        ...token,
      };
    },
    RegisterDelegatedAdministrator: ({ account, input }) => {
      state.in(account);
      registerDelegate(state, input.AccountId, principalOf(input.ServicePrincipal));
      return {};
    },
    DeregisterDelegatedAdministrator: ({ account, input }) => {
      state.in(account);
      deregisterDelegate(state, input.AccountId, principalOf(input.ServicePrincipal));
      return {};
    },
    ListDelegatedAdministrators: ({ account, input }) => {
      const organization = state.in(account);
      const principals = input.ServicePrincipal ? [input.ServicePrincipal] : [...organization.delegates.keys()];
      const ids = new Set(principals.flatMap((principal) => [...(organization.delegates.get(principal) ?? [])]));
      const { items, token } = page([...ids], input);
      const shown = items.map((id) => ({
        ...accountOutput(findAccount(organization, id)),
        DelegationEnabledDate: THEN,
      }));
      return { DelegatedAdministrators: shown, ...token };
    },
    ListDelegatedServicesForAccount: ({ account, input }) => {
      const organization = state.in(account);
      findAccount(organization, input.AccountId);
      const principals = [...organization.delegates]
        .filter(([, ids]) => ids.has(input.AccountId))
        .map(([principal]) => principal);
      if (principals.length === 0) throw notRegistered();
      const { items, token } = page(principals, input);
      return {
        DelegatedServices: items.map((ServicePrincipal) => ({ ServicePrincipal, DelegationEnabledDate: THEN })),
        ...token,
      };
    },
  };
}

/** Registers a delegated administrator, for Organizations' own call and for the services' enable calls alike. */
export function registerDelegate(state: OrganizationsState, account: string, principal: string): void {
  const { managementAccount } = state.world.settings;
  const organization = state.in(managementAccount);
  const member = findAccount(organization, account);
  if (account === managementAccount) {
    throw violation(
      'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR',
      'You cannot register master account/yourself as delegated administrator for your organization.',
    );
  }
  if (member.status !== 'ACTIVE') {
    throw violation(
      'CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR',
      'You cannot register a suspended account as a delegated administrator.',
    );
  }
  if (!organization.trusted.has(principal)) {
    throw violation(
      'SERVICE_ACCESS_NOT_ENABLED',
      'You must enable service access before you delegate an administrator for this service. Call the AWS API EnableAWSServiceAccess first.',
    );
  }
  const delegates = organization.delegates.get(principal) ?? new Set<string>();
  if (delegates.has(account)) {
    throw new AwsError(
      'AccountAlreadyRegisteredException',
      'The provided account is already a delegated administrator for your organization.',
    );
  }
  if (delegates.size >= (DELEGATES_PER_SERVICE[principal] ?? Number.POSITIVE_INFINITY)) {
    throw violation(
      'MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED',
      'You have exceeded the allowed number of delegated administrators for the delegated service.',
    );
  }
  organization.delegates.set(principal, delegates.add(account));
}

/** Takes a delegated administrator back, or throws when it is none. */
export function deregisterDelegate(state: OrganizationsState, account: string, principal: string): void {
  const organization = state.in(state.world.settings.managementAccount);
  findAccount(organization, account);
  if (!organization.delegates.get(principal)?.delete(account)) throw notRegistered();
}

/** Services that document how many delegated administrators they take. */
const DELEGATES_PER_SERVICE: Readonly<Record<string, number>> = {
  'access-analyzer.amazonaws.com': 1,
  'guardduty.amazonaws.com': 1,
  'macie.amazonaws.com': 1,
  'cloudtrail.amazonaws.com': 3,
  'config.amazonaws.com': 3,
  'config-multiaccountsetup.amazonaws.com': 3,
  'securityhub.amazonaws.com': 1,
};

function principalOf(value: string): string {
  if (/^[a-z0-9.-]+\.amazonaws\.com$/.test(value)) return value;
  throw new AwsError('InvalidInputException', 'You specified an unrecognized service principal.', 400, {
    Reason: 'UNRECOGNIZED_SERVICE_PRINCIPAL',
  });
}

const notRegistered = (): AwsError =>
  new AwsError(
    'AccountNotRegisteredException',
    'The provided account is not a registered delegated administrator for your organization.',
  );
