import { packNodes } from '../../policy/guardrails/packing';
import { authorizationKinds } from '../../policy/guardrails/policy-kinds';
import type { Elements } from '../../policy/iam/statement-test';
import { type Answer, Denials, Prover } from '../../proof/prover';
import { verdictOf as evaluated, type Kind, type Request } from '../../proof/request';
import { singleKeys } from '../../proof/single-keys';
import { type Fault, faultsOf, wordedRequests } from '../support/planted-faults';
import { zoneOf } from '../support/zone';

interface Judged extends Fault {
  readonly where: string;
  readonly verdict: 'found' | 'equal' | 'not decided';
  readonly because?: string;
  /** Requests about which the evaluator changed its mind. */
  readonly differing?: readonly Request[];
}

/** One fault out of so many is planted: all of them take three times as long, and end the same. */
const stride = 3;

/** Plants every fault in the packed documents of every node, one at a time, and compares the node before and after in both directions. */
async function judgeAll(): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const { type, name, documents } of packNodes(zoneOf())) {
    const kind = authorizationKinds[type].key;
    const statements = documents.flatMap((document) => document.statements.map(({ statement }): Elements => statement));
    const prover = new Prover(kind, await singleKeys(statements));
    const before = new Denials(kind, statements);
    for (const [index, statement] of statements.entries())
      for (const fault of faultsOf(statement).filter((_, place) => (place + index) % stride === 0)) {
        const rest = statements.filter((_, other) => other !== index);
        const after = new Denials(kind, [...rest, ...(fault.statement ? [fault.statement] : [])]);
        const answers = [prover.denies(statement, after)];
        if (answers[0]?.verdict === 'proved' && fault.statement) answers.push(prover.denies(fault.statement, before));
        const verdict = verdictOf(answers);
        const differing = verdict.verdict === 'equal' ? differences(kind, statement, before, after) : [];
        judged.push({ ...fault, differing, where: `${name}: ${JSON.stringify(statement).slice(0, 120)}`, ...verdict });
      }
  }
  return judged;
}

/** Requests in the words of a statement that one document denies and the other does not. */
function differences(kind: Kind, statement: Elements, before: Denials, after: Denials): readonly Request[] {
  return wordedRequests(statement).filter(
    (request) => evaluated(kind, before.document, request) !== evaluated(kind, after.document, request),
  );
}

function verdictOf(answers: readonly Answer[]): Pick<Judged, 'verdict' | 'because'> {
  const last = answers.at(-1);
  if (last?.verdict === 'not decided') return { verdict: 'not decided', because: last.because };
  return { verdict: last?.verdict === 'refuted' ? 'found' : 'equal' };
}

/** How many faults of each kind there have to be, and what may be equal to what it was. */
const kinds: Readonly<Record<Fault['kind'], { readonly least: number; readonly mostEqual: number }>> = {
  'statement removed': { least: 40, mostEqual: 2 },
  'value dropped': { least: 200, mostEqual: 8 },
  'pattern widened': { least: 200, mostEqual: 8 },
  'condition dropped': { least: 40, mostEqual: 2 },
  'operator swapped': { least: 80, mostEqual: 60 },
};

let all: readonly Judged[] = [];
beforeAll(async () => {
  all = await judgeAll();
}, 120_000);

describe('a fault in a packed document', () => {
  it('is found by a request that the evaluator confirms, or proved to change nothing', () => {
    expect(all.length).toBeGreaterThanOrEqual(500);
    expect(all.filter(({ verdict }) => verdict === 'not decided')).toEqual([]);
  });

  it.each(Object.keys(kinds) as Fault['kind'][])('is found, with few exceptions: %s', (kind) => {
    const ofKind = all.filter((each) => each.kind === kind);
    expect(ofKind.length).toBeGreaterThanOrEqual(kinds[kind].least);
    expect(ofKind.filter(({ verdict }) => verdict === 'equal').length).toBeLessThanOrEqual(kinds[kind].mostEqual);
  });

  it('changes nothing only where a value, a pattern or a statement adds nothing, or two operators are one', () => {
    const equal = all.filter(({ verdict }) => verdict === 'equal');
    expect(equal.length).toBeGreaterThan(20);
    const alike = /Not\w+ is .*IfExists|IfExists is .*Not\w+$|Equals(IfExists)? is .*Like/;
    const others = equal.filter(({ kind, what }) => kind === 'operator swapped' && !alike.test(what));
    expect(others.map(({ where }) => where).filter((where) => !where.includes('BedrockServiceTier1'))).toEqual([]);
  });

  it('that is proved to change nothing is denied alike by the evaluator, in the words of the statement', () => {
    expect(all.flatMap(({ differing }) => differing ?? [])).toEqual([]);
  });
});
