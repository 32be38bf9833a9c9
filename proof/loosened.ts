import { authorizationKinds } from '../policy/guardrails/policy-kinds';
import type { Elements } from '../policy/iam/statement-test';
import { nameAction } from './named-action';
import type { AttachedStatement, NewerOrganization, OlderOrganization } from './older-organization';
import { comparisonsOf } from './placements';
import { type Answer, Denials, Prover } from './prover';
import { type Kind, type Request, verdictOf } from './request';
import { singleKeys } from './single-keys';

/** A statement that denied what is not denied any more, or of which that is not decided. */
export interface LoosenedStatement extends AttachedStatement {
  /** Addresses of the accounts and nodes where that is so. */
  readonly places: readonly string[];
  readonly answer: Exclude<Answer, { readonly verdict: 'proved' }>;
}

/**
 * The statements of older policies, where newer ones do not deny all that they did: to each account that was bound and is still here,
 * wherever it is now, and to each node that they were attached to, which binds the accounts to come.
 */
export async function loosenedBetween(
  older: OlderOrganization,
  newer: NewerOrganization,
): Promise<readonly LoosenedStatement[]> {
  const found = new Map<AttachedStatement, LoosenedStatement>();
  const kept = new Map<AttachedStatement, (readonly string[])[]>();
  for (const { type, places, statements, chain } of comparisonsOf(older, newer)) {
    const keys = chain ?? [];
    const now = newer.statements
      .filter((each) => each.type === type && keys.includes(each.node))
      .map(({ statement }) => statement);
    const same = new Set(chain ? now.map(textOf) : []);
    // What a part of the chain denies, the whole of it denies too; and a statement that is still there denies what it did.
    const isKept = (each: AttachedStatement) =>
      chain !== undefined &&
      (same.has(textOf(each.statement)) || kept.get(each)?.some((part) => part.every((key) => keys.includes(key))));
    const asked = statements.filter((each) => !isKept(each));
    if (asked.length === 0) continue;
    const { key } = authorizationKinds[type];
    const prover = new Prover(key, await singleKeys([...asked.map(({ statement }) => statement), ...now]));
    const documents = new Denials(key, now);
    for (const each of asked) {
      const answer: Answer = chain
        ? await withName(prover.denies(each.statement, documents, [], true), each.statement, documents, key)
        : { verdict: 'not decided', because: `${each.node} is no node of the organization any more` };
      if (answer.verdict === 'proved') kept.set(each, [...(kept.get(each) ?? []), keys]);
      else found.set(each, withPlaces(each, answer, places, found.get(each)));
    }
  }
  return [...found.values()];
}

/** The same answer with an action that a person knows. */
async function withName(answer: Answer, statement: Elements, now: Denials, kind: Kind): Promise<Answer> {
  if (answer.verdict !== 'refuted') return answer;
  const { document } = new Denials(kind, [statement]);
  const isRefuted = (request: Request) =>
    verdictOf(kind, document, request) === 'denied' && verdictOf(kind, now.document, request) === 'not denied';
  return { verdict: 'refuted', by: await nameAction(statement, answer.by, isRefuted) };
}

const textOf = ({ Action, NotAction, Resource, NotResource, Condition }: Elements): string =>
  JSON.stringify([Action, NotAction, Resource, NotResource, Condition].map((each) => each ?? null));

/** One finding for each statement, with a request where there is one at any place. */
function withPlaces(
  each: AttachedStatement,
  answer: LoosenedStatement['answer'],
  places: readonly string[],
  known: LoosenedStatement | undefined,
): LoosenedStatement {
  const all = [...new Set([...(known?.places ?? []), ...places])];
  return known && (known.answer.verdict === 'refuted' || answer.verdict !== 'refuted')
    ? { ...known, places: all }
    : { ...each, places: all, answer };
}
