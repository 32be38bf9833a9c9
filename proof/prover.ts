import { not, or } from 'logic-solver';
import type { PolicyDocument } from '../policy/iam/authorize';
import type { Elements } from '../policy/iam/statement-test';
import { type ActionClass, actionClasses } from './action-classes';
import { both, type Encoded, Encoder, termsOf } from './encoder';
import { type Kind, type Request, verdictOf } from './request';
import { trySearch } from './search';
import { Undecided } from './undecided';

/** What is known of a claim: it holds for every request, it does not hold for this one, or nothing is known for a reason. */
export type Answer =
  | { readonly verdict: 'proved' }
  | { readonly verdict: 'refuted'; readonly by: Request }
  | { readonly verdict: 'not decided'; readonly because: string };

/** Statements that deny, as one document. */
export class Denials {
  readonly document: PolicyDocument;

  constructor(
    kind: Kind,
    readonly statements: readonly Elements[],
  ) {
    this.document = {
      Version: '2012-10-17',
      Statement: statements.map(({ Action, NotAction, Resource, NotResource, Condition }) => ({
        Effect: 'Deny',
        ...(kind === 'rcp' && { Principal: '*' }),
        ...(Action === undefined ? { NotAction } : { Action }),
        ...(NotResource === undefined ? { Resource: Resource ?? '*' } : { NotResource }),
        ...(Condition && { Condition }),
      })),
    };
  }
}

const none: readonly Elements[] = [];
const proved: Answer = { verdict: 'proved' };

/**
 * Answers whether statements deny all that others deny: for every action, resource, principal, region and whatever else a request
 * brings along. What is not encoded is never guessed, and a request counts only after the evaluator has confirmed it.
 */
export class Prover {
  private readonly encoder: Encoder;

  constructor(
    readonly kind: Kind,
    isSingle: (key: string) => boolean,
  ) {
    this.encoder = new Encoder(isSingle);
  }

  /**
   * Whether `now` denies every request that the statement denies and that all assumptions speak of.
   *
   * @param smallest whether a request that refutes it is made as small as it can be
   */
  denies(statement: Elements, now: Denials, assumptions = none, smallest = false): Answer {
    const reasons: string[] = [];
    try {
      const groups = this.groupsOf(statement, now);
      if (groups.length === 0) return proved;
      const claim = both([statement, ...assumptions].map((each) => this.encoder.encode(each)));
      const speaking = now.statements.map((each) => this.encoder.tryEncode(each, reasons));
      // The evaluator is asked of each assumption as of a statement about every action.
      const asked = [statement, ...assumptions.map((each) => ({ Action: '*', ...each }))];
      const claims = asked.map((each) => new Denials(this.kind, [each]));
      const refutes = (request: Request) => this.isRefuted(request, claims, now);
      for (const { action, spoken } of groups) {
        const query = withoutAny(
          claim,
          spoken.flatMap((index) => speaking[index] ?? []),
        );
        const by = trySearch(this.encoder, action, query, (request) => smallest && refutes(request));
        if (by === undefined) continue;
        if (refutes(by)) return { verdict: 'refuted', by };
        if (reasons.length === 0) throw new Undecided(`the evaluator disagrees about ${JSON.stringify(by)}`);
        throw new Undecided(reasons.join('; '));
      }
      return proved;
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      return { verdict: 'not decided', because: error.message };
    }
  }

  /** A request that the statement denies and that all assumptions speak of: a claim about none says nothing. */
  example(statement: Elements, assumptions = none): Answer {
    return this.denies(statement, new Denials(this.kind, none), assumptions);
  }

  /** Classes of actions that are asked about together; none for those that a statement of the same terms speaks of. */
  private groupsOf(statement: Elements, now: Denials): readonly ActionClass[] {
    const terms = termsOf(statement);
    const same = now.statements.map((each) => termsOf(each) === terms);
    return actionClasses(statement, now.statements).filter(({ spoken }) => !spoken.some((index) => same[index]));
  }

  private isRefuted = (request: Request, claims: readonly Denials[], now: Denials): boolean =>
    claims.every(({ document }) => verdictOf(this.kind, document, request) === 'denied') &&
    verdictOf(this.kind, now.document, request) === 'not denied';
}

const withoutAny = (claim: Encoded, others: readonly Encoded[]): Encoded => {
  const all = both([claim, ...others]);
  return {
    ...all,
    formula: both([claim, { ...claim, formula: not(or(others.map(({ formula }) => formula))) }]).formula,
  };
};
