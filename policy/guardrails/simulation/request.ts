import { unitsAlong } from '../../../schema/facts/organizational-units';
import { organizationIdMarker, type RequestExample } from '../../../schema/forms/control';
import { unitOf } from '../../../schema/forms/in-place';
import type { Account, LandingZone } from '../../../schema/landing-zone';
import { type ConditionKeys, type Context, contextOf } from '../../iam/context';
import { type Principal, tryAccountOf, tryPrincipalAccount } from '../../iam/principal';
import { principalKeys, resourceKeys } from '../../iam/principal-context';
import { accountId, findAccount, membersById } from './accounts';
import { nameOf, principalOf } from './principals';

/** A call to AWS, in the words of the settings. */
export interface AccessRequest {
  /** Name of the account that the principal and the resource are in where their ARNs do not say. */
  readonly account: string;
  /** `s3:GetObject` */
  readonly action: string;
  /** ARN. @default '*' */
  readonly resource?: string;
  /** Name of a role, `root`, an exemption, a service (`config.amazonaws.com`) or an ARN. @default - a role that nobody named */
  readonly principal?: string;
  /** Condition keys besides those that AWS always sets, or in their place. */
  readonly context?: ConditionKeys;
}

/** A request with everything looked up that policies ask about. */
export interface ResolvedRequest {
  readonly action: string;
  readonly resource: string;
  readonly principal: Principal;
  /** Undefined where the principal is none of the organization. */
  readonly principalAccount?: Account;
  /** Undefined where the resource belongs to somebody else. */
  readonly resourceAccount?: Account;
  readonly context: Context;
}

/**
 * The request of a control's example, made in an account.
 *
 * @throws Error where the account is not known, or the settings name no role for the principal
 */
export function exampleRequest(zone: LandingZone, account: string, example: RequestExample): AccessRequest {
  const { action, resource, context } = example;
  const principal = principalOf(zone, findAccount(zone, account), example.principal);
  return { account, action, resource, context, principal: nameOf(principal) };
}

/**
 * The condition keys of a request: those that AWS always sets (IAM User Guide, "Global condition context keys"), and those that it
 * brings along. `aws:CurrentTime` is not among them: an answer does not depend on the day.
 *
 * @throws Error where the account or the principal is not known
 */
export const requestContext = (zone: LandingZone, request: AccessRequest): Context =>
  resolveRequest(zone, request).context;

/**
 * @param members of the organization by id, for whoever resolves many requests
 * @throws Error where the account or the principal is not known
 */
export function resolveRequest(
  zone: LandingZone,
  request: AccessRequest,
  members: ReadonlyMap<string, Account> = membersById(zone),
): ResolvedRequest {
  const { action, resource = '*' } = request;
  const home = findAccount(zone, request.account);
  const principal = principalOf(zone, home, request.principal);
  const resourceId = tryAccountOf(resource) ?? accountId(home);
  const principalAccount = members.get(tryPrincipalAccount(principal) ?? '');
  const resourceAccount = members.get(resourceId);
  const context = contextOf(
    {
      'aws:RequestedRegion': zone.homeRegion,
      'aws:SecureTransport': 'true',
      'aws:ViaAWSService': 'false',
    },
    resourceKeys(resourceId, resourceAccount && organizationIdMarker),
    principalKeys(principal, principalAccount && organizationIdMarker),
    principalAccount ? { 'aws:PrincipalOrgPaths': pathOfAccount(principalAccount) } : {},
    request.context ?? {},
  );
  return { action, resource, principal, principalAccount, resourceAccount, context };
}

/** Where an account is, as AWS writes it: `o-…/r-…/ou-…/`. AWS gives the ids; policies read how many OUs there are, not which. */
const pathOfAccount = (account: Account): string =>
  [organizationIdMarker, 'r-root', ...unitsAlongPath(account).map((_, depth) => `ou-root-${depth}`), ''].join('/');

function unitsAlongPath(account: Account): readonly string[] {
  const path = unitOf(account);
  return path === undefined ? [] : unitsAlong(path);
}
