import { not, or } from 'logic-solver';
import type { PolicyDocument } from '../policy/iam/authorize';
import { contextOf } from '../policy/iam/context';
import { setVerdicts } from '../policy/iam/policy-sets';
import { principalKeys, resourceKeys } from '../policy/iam/principal-context';
import type { Elements } from '../policy/iam/statement-test';
import { actionClasses } from './action-classes';
import { type Caller, callersOf } from './callers';
import { type PolicyStatementJson, speaksOf, statementsOf } from './document-statements';
import { both, type Encoded, Encoder } from './encoder';
import { nameAction } from './named-action';
import type { Request } from './request';
import { trySearch } from './search';
import { singleKeys } from './single-keys';
import { Undecided } from './undecided';

/** What a policy document is attached to. */
export interface Holder {
  /** A role's own rights, whom it trusts, or who may use a resource. Of a key, who is not named may do nothing, be it in the account. */
  readonly use: 'identity' | 'trust' | 'key' | 'resource';
  /** `s3`: whose actions the policy is about. */
  readonly service: string;
  /** Twelve digits of the account that it belongs to. */
  readonly account: string;
}

/** Something that a document lets through, and another does not; or that this is not known. */
export type Opening =
  | {
      readonly verdict: 'possible';
      /** Who may make such a request, the most powerful first; nobody of a role's own rights. */
      readonly callers: readonly string[];
      readonly request: Request;
    }
  | { readonly verdict: 'not decided'; readonly because: string };

/**
 * What `after` lets through and `before` does not: for each statement that allows something the smallest request, which the evaluator
 * has confirmed against both. None where it is proved that there is no such request.
 *
 * @param before an absent document allows nothing
 */
export async function newlyAllowed(
  before: PolicyDocument | undefined,
  after: PolicyDocument | undefined,
  holder: Holder,
): Promise<readonly Opening[]> {
  try {
    return await new Comparison(before, after, holder).openings();
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return [{ verdict: 'not decided', because: error.message }];
  }
}

const principalArn = 'aws:principalarn';

class Comparison {
  private readonly old: readonly PolicyStatementJson[];
  private readonly now: readonly PolicyStatementJson[];

  constructor(
    private readonly before: PolicyDocument | undefined,
    private readonly after: PolicyDocument | undefined,
    private readonly holder: Holder,
  ) {
    const kind = holder.use === 'key' ? 'resource' : holder.use;
    this.old = statementsOf(before, kind);
    this.now = statementsOf(after, kind);
  }

  async openings(): Promise<readonly Opening[]> {
    const { use, account, service } = this.holder;
    const all = [...this.old, ...this.now];
    const callers = use === 'identity' ? [itself(account)] : callersOf(all, account);
    const encoder = new Encoder(await singleKeys([...all, ...callers.flatMap(({ within }) => within)]));
    const implicit: PolicyStatementJson = { Effect: 'Allow', Action: `${service}:*`, Resource: '*' };
    const openings: Opening[] = [];
    for (const allow of [...this.now.filter(isAllow), ...(use === 'resource' ? [implicit] : [])]) {
      const found = callers
        .filter((caller) => (allow === implicit ? caller.isOwn : speaksOf(allow, caller.principal(undefined))))
        .flatMap((caller) => {
          const request = this.tryOpening(encoder, allow, caller, use === 'resource' && caller.isOwn ? [implicit] : []);
          return request ? [{ caller, request }] : [];
        });
      const [first] = found;
      if (!first) continue;
      const request = await nameAction(allow, first.request, (other) => this.isOpened(other, first.caller));
      openings.push({ verdict: 'possible', callers: found.map(({ caller }) => caller.label).filter(Boolean), request });
    }
    return openings;
  }

  /** @param implied what identity-based policies may allow of the same account */
  private tryOpening(
    encoder: Encoder,
    allow: PolicyStatementJson,
    caller: Caller,
    implied: readonly PolicyStatementJson[],
  ): Request | undefined {
    const speaking = (each: PolicyStatementJson) => speaksOf(each, caller.principal(undefined));
    const denying = this.now.filter((each) => !isAllow(each) && speaking(each));
    const allowedBefore = [...this.old.filter((each) => isAllow(each) && speaking(each)), ...implied];
    const deniedBefore = this.old.filter((each) => !isAllow(each) && speaking(each));
    const others = [...denying, ...allowedBefore, ...deniedBefore];
    const claim = [allow, ...caller.within].map((each) => encoder.encode(each));
    for (const { action, spoken } of actionClasses(allow, others)) {
      const about = new Set(spoken.map((index) => others[index]));
      const any = (list: readonly PolicyStatementJson[]) =>
        anyOf(list.filter((each) => about.has(each)).map((each) => encoder.encode(each)));
      const before = both([any(allowedBefore), negated(any(deniedBefore))]);
      const query = both([...claim, negated(any(denying)), negated(before)]);
      const request = trySearch(encoder, action, query, (each) => this.isOpened(each, caller));
      if (request === undefined) continue;
      if (this.isOpened(request, caller)) return this.ofSomebody(request, caller);
      throw new Undecided(`the evaluator disagrees about ${JSON.stringify(request)} of ${caller.label}`);
    }
    return undefined;
  }

  /** The request of one that no policy names, where such a one can make it, too. */
  private ofSomebody(request: Request, caller: Caller): Request {
    const { [principalArn]: [arn] = [], ...others } = request.context;
    if (arn === undefined || caller.somebody === undefined) return request;
    const same = { ...request, context: { ...others, [principalArn]: [caller.somebody] } };
    return this.isOpened(same, caller) ? same : request;
  }

  private isOpened = (request: Request, caller: Caller): boolean =>
    lets(this.after, this.holder, request, caller) && !lets(this.before, this.holder, request, caller);
}

const isAllow = ({ Effect }: PolicyStatementJson): boolean => Effect === 'Allow';

/** What at least one of them speaks of. */
const anyOf = (all: readonly Encoded[]): Encoded => ({
  ...both(all),
  formula: or(all.map(({ formula }) => formula)),
});

const negated = (encoded: Encoded): Encoded => ({ ...encoded, formula: not(encoded.formula) });

/** Whoever has the rights of a role. */
const itself = (account: string): Caller => ({
  label: '',
  principal: () => ({ kind: 'role', roleArn: `arn:aws:iam::${account}:role/itself` }),
  within: [] as readonly Elements[],
  isOwn: true,
});

/** Whether the evaluator lets a request through, where nothing but the document has to allow it. */
function lets(
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
