import { authorize, type PolicyDocument } from '../policy/iam/authorize';
import { contextOf } from '../policy/iam/context';
import { findPrincipal, type Principal } from '../policy/iam/principal';

/** A request that a proof speaks of. */
export interface Request {
  /** `s3:GetObject` */
  readonly action: string;
  readonly resource: string;
  /** Condition keys in small letters; one without values is absent. Others make no difference. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** Whose account a policy has to be above for it to bind a request. */
export type Kind = 'scp' | 'rcp';

export type Verdict = 'denied' | 'not denied' | 'unreadable';

const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } as const;
const allowing = { name: 'FullAccess', document: everything };
const allowingEverybody = {
  name: 'RCPFullAWSAccess',
  document: { ...everything, Statement: { ...everything.Statement, Principal: '*' } },
} as const;

/** What the evaluator says of a request under some documents alone. */
export function verdictOf(kind: Kind, document: PolicyDocument, { action, resource, context }: Request): Verdict {
  const principal = principalOf(context['aws:principalarn']?.[0]);
  const named = { name: 'packed', document };
  const decision = authorize(
    { action, resource, resourceAccount: '999988887777', principal, context: contextOf(context) },
    {
      identity: [allowing],
      ...(kind === 'scp' ? { scps: [[allowing, named]] } : { rcps: [[allowingEverybody, named]] }),
    },
  );
  if (decision.allowed || decision.reason === 'implicit deny') return 'not denied';
  return decision.reason === 'unreadable' ? 'unreadable' : 'denied';
}

/** The principal of the key; somebody where there is none, or it is no ARN of a principal. */
function principalOf(arn: string | undefined): Principal {
  try {
    return findPrincipal(arn ?? somebody);
  } catch {
    return findPrincipal(somebody);
  }
}

const somebody = 'arn:aws:iam::999988887777:role/somebody';
