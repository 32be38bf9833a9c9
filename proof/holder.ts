import type { PolicyDocument } from '../policy/iam/authorize';
import { contextOf } from '../policy/iam/context';
import { setVerdicts } from '../policy/iam/policy-sets';
import { principalKeys, resourceKeys } from '../policy/iam/principal-context';
import { type Caller, principalArn } from './callers';
import type { Request } from './request';

/** What a policy document is attached to. */
export interface Holder {
  /** A role's own rights, whom it trusts, or who may use a resource. Of a key, who is not named may do nothing, be it in the account. */
  readonly use: 'identity' | 'trust' | 'key' | 'resource';
  /** `s3`: whose actions the policy is about. */
  readonly service: string;
  /** Twelve digits of the account that it belongs to. */
  readonly account: string;
}

/** Whether the evaluator lets a request through, where nothing but the document has to allow it. */
export function lets(
  document: PolicyDocument | undefined,
  { use, account }: Holder,
  request: Request,
  caller: Caller,
): boolean {
  const implied = use === 'resource' && caller.isOwn;
  if (document === undefined) return implied;
  const { action, resource, context } = request;
  const principal = caller.principal(context[principalArn]?.[0]);
  const keys = contextOf(principalKeys(principal), resourceKeys(account), context);
  const named = [{ name: 'policy', document }];
  const verdicts = setVerdicts(use === 'identity' ? { identity: named } : { resource: named }, {
    action,
    resource,
    context: keys,
    principal,
    bounded: false,
  });
  return (
    verdicts.every(({ denial, defect }) => !denial && !defect) &&
    (implied || verdicts.some(({ allowing }) => allowing.length > 0))
  );
}
