import type { Policies, Principal, SourcedDocument } from '../../policy/iam/authorize';
import { resourceControlServices } from '../../policy/iam/resource-control-services';
import type { Identity } from './identities';
import type { JudgedResource } from './judged-resource';
import type { OrganizationPolicies } from './organization-policies';
import type { ResourcePolicies } from './resource-policies';

/** Where the policies come from that bind a request. */
export interface PolicySources {
  readonly organization: OrganizationPolicies;
  readonly resources: ResourcePolicies;
}

/** Whose policies count: the principal with what IAM keeps of it and what its session was given. */
export interface Bearer {
  readonly principal: Principal;
  /** Undefined where IAM does not have the user or role any more. */
  readonly identity: Pick<Identity, 'policies' | 'boundary'> | undefined;
  readonly sessionPolicies: readonly SourcedDocument[] | undefined;
}

/** Finds every policy that has a say in an action on a resource. */
export async function policiesFor(
  { organization, resources }: PolicySources,
  { principal, identity, sessionPolicies }: Bearer,
  action: string,
  resource: JudgedResource,
): Promise<Policies> {
  const own = isOwnersWayOut(principal, action, resource) ? undefined : await resources.find(action, resource);
  const [service = ''] = action.split(':');
  const unbound = principal.serviceLinked === true;
  return {
    identity: identity?.policies ?? [],
    ...(identity?.boundary && { boundary: identity.boundary }),
    ...(sessionPolicies && { session: sessionPolicies }),
    ...(own && { resource: own }),
    // Neither type binds service-linked roles; RCPs bind the resources of some services only.
    ...(!unbound && optional('scps', organization.binding('SERVICE_CONTROL_POLICY', principal.accountId))),
    ...(!unbound &&
      resourceControlServices.has(service) &&
      optional('rcps', organization.binding('RESOURCE_CONTROL_POLICY', resource.account))),
  };
}

/**
 * "The root principal in a bucket owner's AWS account can perform the GetBucketPolicy, PutBucketPolicy, and DeleteBucketPolicy API
 * actions, even if their bucket policy explicitly denies the root principal's access" (S3 API Reference, DeleteBucketPolicy).
 */
const isOwnersWayOut = ({ kind, accountId }: Principal, action: string, { account }: JudgedResource): boolean =>
  kind === 'root' && accountId === account && /^s3:(Get|Put|Delete)BucketPolicy$/.test(action);

const optional = <K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, T>>;
