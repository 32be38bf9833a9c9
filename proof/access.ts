import { not, or } from 'logic-solver';
import type { PolicyDocument } from '../policy/iam/authorize';
import type { Elements } from '../policy/iam/statement-test';
import { actionClasses } from './action-classes';
import { type Caller, callersOf, principalArn } from './callers';
import { type PolicyStatementJson, speaksOf, statementsOf } from './document-statements';
import { both, type Encoded, Encoder } from './encoder';
import { type Holder, lets } from './holder';
import { nameAction } from './named-action';
import type { Request } from './request';
import { trySearch } from './search';
import { singleKeys } from './single-keys';
import { Undecided } from './undecided';

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
      if (allow !== implicit && this.isKept(allow)) continue;
      try {
        openings.push(...(await this.openingsOf(allow, callers, encoder, implicit)));
      } catch (error) {
        if (!(error instanceof Undecided)) throw error;
        openings.push({ verdict: 'not decided', because: error.message });
      }
    }
    return openings;
  }

  /** Whether a statement allowed the same before, and everything that was denied is denied. */
  private isKept(allow: PolicyStatementJson): boolean {
    const [old, now] = [this.old, this.now].map((all) => all.map(textOf)) as [string[], string[]];
    return (
      old.includes(textOf(allow)) && this.old.every((each, index) => isAllow(each) || now.includes(old[index] ?? ''))
    );
  }

  private async openingsOf(
    allow: PolicyStatementJson,
    callers: readonly Caller[],
    encoder: Encoder,
    implicit: PolicyStatementJson,
  ): Promise<readonly Opening[]> {
    const found = callers
      .filter((caller) => (allow === implicit ? caller.isOwn : speaksOf(allow, caller.principal(undefined))))
      .flatMap((caller) => {
        const implied = this.holder.use === 'resource' && caller.isOwn ? [implicit] : [];
        const request = this.tryOpening(encoder, allow, caller, implied);
        return request ? [{ caller, request }] : [];
      });
    const [first] = found;
    if (!first) return [];
    const request = await nameAction(allow, first.request, (other) => this.isOpened(other, first.caller));
    return [{ verdict: 'possible', callers: found.map(({ caller }) => caller.label).filter(Boolean), request }];
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
    const denied = new Set(denying.map(textOf));
    // What is denied as before is no opening.
    const deniedBefore = this.old.filter((each) => !isAllow(each) && speaking(each) && !denied.has(textOf(each)));
    const others = [...denying, ...allowedBefore, ...deniedBefore];
    const claim = [allow, ...caller.within].map((each) => encoder.encode(each));
    const reasons: string[] = [];
    for (const { action, spoken } of actionClasses(allow, others)) {
      const about = new Set(spoken.map((index) => others[index]));
      const among = (list: readonly PolicyStatementJson[]) => list.filter((each) => about.has(each));
      // Without one of these a request is found that the evaluator does not confirm; nothing is passed over.
      const some = (list: readonly PolicyStatementJson[]) =>
        anyOf(among(list).flatMap((each) => encoder.tryEncode(each, reasons) ?? []));
      const before = both([
        some(allowedBefore),
        negated(anyOf(among(deniedBefore).map((each) => encoder.encode(each)))),
      ]);
      const query = both([...claim, negated(some(denying)), negated(before)]);
      const request = trySearch(encoder, action, query, (each) => this.isOpened(each, caller));
      if (request === undefined) continue;
      if (this.isOpened(request, caller)) return this.ofSomebody(request, caller);
      if (reasons.length > 0) throw new Undecided([...new Set(reasons)].join('; '));
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

/** A statement without its name. */
const textOf = ({ Sid: _, ...statement }: PolicyStatementJson): string => JSON.stringify(statement);

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
