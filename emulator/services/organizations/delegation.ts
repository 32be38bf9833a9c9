import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { accountOutput, findAccount } from './accounts';
import type { OrganizationsOperations } from './api';
import { pageOf } from './paging';
import { serviceOfPolicyType } from './policy-types';
import { invalidInput, type OrganizationsState, violation } from './state';

/** Trusted access of services, and the member accounts that administer them. */
export const delegationOperations = (state: OrganizationsState): OrganizationsOperations => ({
  EnableAWSServiceAccess: ({ account, input }) => {
    trust(state, account, principalOf(input.ServicePrincipal));
    return {};
  },
  DisableAWSServiceAccess: ({ account, input }) => {
    distrust(state, account, principalOf(input.ServicePrincipal));
    return {};
  },
  ListAWSServiceAccessForOrganization: ({ account, input }) => {
    const { items, token } = pageOf([...state.in(account).trusted], input);
    return {
      EnabledServicePrincipals: items.map(([ServicePrincipal, DateEnabled]) => ({ ServicePrincipal, DateEnabled })),
      ...token,
    };
  },
  RegisterDelegatedAdministrator: ({ account, input }) => {
    state.in(account);
    const { AccountId } = required(input, 'AccountId');
    registerDelegate(state, AccountId, principalOf(input.ServicePrincipal));
    return {};
  },
  DeregisterDelegatedAdministrator: ({ account, input }) => {
    state.in(account);
    const { AccountId } = required(input, 'AccountId');
    deregisterDelegate(state, AccountId, principalOf(input.ServicePrincipal));
    return {};
  },
  ListDelegatedAdministrators: ({ account, input }) => {
    const organization = state.in(account);
    const principals = input.ServicePrincipal ? [input.ServicePrincipal] : [...organization.delegates.keys()];
    const since = new Map(principals.flatMap((principal) => [...(organization.delegates.get(principal) ?? [])]));
    const { items, token } = pageOf([...since], input);
    const shown = items.map(([id, DelegationEnabledDate]) => {
      const { Paths: _, ...account } = accountOutput(state, organization, findAccount(organization, id));
      return { ...account, DelegationEnabledDate };
    });
    return { DelegatedAdministrators: shown, ...token };
  },
  ListDelegatedServicesForAccount: ({ account, input }) => {
    const organization = state.in(account);
    const { id } = findAccount(organization, input.AccountId);
    const services = [...organization.delegates].flatMap(([ServicePrincipal, accounts]) => {
      const DelegationEnabledDate = accounts.get(id);
      return DelegationEnabledDate === undefined ? [] : [{ ServicePrincipal, DelegationEnabledDate }];
    });
    if (services.length === 0) throw notRegistered();
    const { items, token } = pageOf(services, input);
    return { DelegatedServices: items, ...token };
  },
});

/** Gives a service trusted access, for Organizations' own call and for the services' enable calls alike. */
export function trust(state: OrganizationsState, account: string, principal: string): void {
  const { trusted } = state.in(account);
  if (!trusted.has(principal)) trusted.set(principal, state.world.clock.seconds());
}

function distrust(state: OrganizationsState, account: string, principal: string): void {
  const { trusted, delegates, policyTypes } = state.in(account);
  if (delegates.get(principal)?.size)
    throw violation(
      'DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE',
      `Deregister the delegated administrators of ${principal} first.`,
    );
  const types = [...policyTypes].filter((type) => serviceOfPolicyType[type] === principal);
  if (types.length > 0)
    throw violation('POLICY_TYPE_ENABLED_FOR_THIS_SERVICE', `Disable the policy type ${types} first.`);
  trusted.delete(principal);
}

/** Registers a delegated administrator, for Organizations' own call and for the services' enable calls alike. */
export function registerDelegate(state: OrganizationsState, account: string, principal: string): void {
  const { managementAccount } = state.world.settings;
  const organization = state.in(managementAccount);
  const member = findAccount(organization, account);
  if (account === managementAccount)
    throw violation(
      'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR',
      'You cannot register master account/yourself as delegated administrator for your organization.',
    );
  if (member.status !== 'ACTIVE')
    throw violation(
      'CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR',
      'You cannot register a suspended account as a delegated administrator.',
    );
  if (!organization.trusted.has(principal))
    throw violation(
      'SERVICE_ACCESS_NOT_ENABLED',
      'You must enable service access before you delegate an administrator for this service. Call the AWS API EnableAWSServiceAccess first.',
    );
  const delegates = organization.delegates.get(principal) ?? new Map<string, number>();
  if (delegates.has(account))
    throw new AwsError(
      'AccountAlreadyRegisteredException',
      'The provided account is already a delegated administrator for your organization.',
    );
  if (delegates.size >= (mostDelegates[principal] ?? Number.POSITIVE_INFINITY))
    throw violation(
      'MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED',
      'You have exceeded the allowed number of delegated administrators for the delegated service.',
    );
  organization.delegates.set(principal, delegates.set(account, state.world.clock.seconds()));
}

/** Takes a delegated administrator back, or throws when the account is not one. */
export function deregisterDelegate(state: OrganizationsState, account: string, principal: string): void {
  const organization = state.in(state.world.settings.managementAccount);
  findAccount(organization, account);
  if (!organization.delegates.get(principal)?.delete(account)) throw notRegistered();
}

/** Services that document how many delegated administrators they take. */
const mostDelegates: Readonly<Record<string, number>> = {
  'access-analyzer.amazonaws.com': 1,
  'guardduty.amazonaws.com': 1,
  'macie.amazonaws.com': 1,
  'cloudtrail.amazonaws.com': 3,
  'config.amazonaws.com': 3,
  'config-multiaccountsetup.amazonaws.com': 3,
  'securityhub.amazonaws.com': 1,
};

function principalOf(value: string | undefined): string {
  if (value !== undefined && /^[a-z0-9.-]+\.amazonaws\.com$/.test(value)) return value;
  throw invalidInput('UNRECOGNIZED_SERVICE_PRINCIPAL', 'You specified an unrecognized service principal.');
}

const notRegistered = (): AwsError =>
  new AwsError(
    'AccountNotRegisteredException',
    'The provided account is not a registered delegated administrator for your organization.',
  );
