import { type ConditionKeys, contextOf } from './context';
import { setVerdicts } from './policy-sets';
import { findPrincipal, type Principal, tryAccountOf } from './principal';
import { principalKeys, resourceKeys } from './principal-context';

/** A request of which only the policy on the resource is asked. */
interface ResourceRequest {
  /** `s3:PutObject` */
  readonly action: string;
  readonly resource: string;
  /** Condition keys besides those that follow from who asks. */
  readonly context: ConditionKeys;
}

/** Whether a bucket, key, topic, function or trust policy lets an AWS service do the action. */
export const allowsService = (
  policy: string | undefined,
  { service, ...request }: ResourceRequest & { readonly service: string },
): boolean => allows(policy, request, { kind: 'service', serviceName: service });

/**
 * Whether such a policy lets a role, a user or a session do the action, by itself or by delegating to its account. What the
 * policies of the principal allow is not asked.
 */
export const allowsPrincipal = (
  policy: string | undefined,
  { principal, ...request }: ResourceRequest & { readonly principal: string },
): boolean => allows(policy, request, findPrincipal(principal));

function allows(policy: string | undefined, request: ResourceRequest, principal: Principal): boolean {
  if (policy === undefined) return false;
  const { action, resource } = request;
  const account = tryAccountOf(resource);
  const context = contextOf(
    principalKeys(principal),
    account === undefined ? {} : resourceKeys(account),
    { 'aws:SecureTransport': 'true' },
    request.context,
  );
  const asked = { action, resource, context, principal, bounded: false };
  const verdicts = setVerdicts({ resource: [{ name: 'policy', document: policy }] }, asked);
  return (
    verdicts.every(({ denial, defect }) => !denial && !defect) && verdicts.some(({ allowing }) => allowing.length > 0)
  );
}
