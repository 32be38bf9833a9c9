import type { CompiledStatement } from '../policy/guardrails/organization-policy';
import type { PackedNode } from '../policy/guardrails/packing/packed-node';
import type { Elements } from '../policy/iam/statement-test';
import { type Answer, Denials, type Prover } from './prover';

/** Something about a statement that is not proved. */
export interface Finding {
  readonly claim:
    | 'the documents deny what the control denies'
    | 'a control asks for it'
    | 'it denies something'
    | 'it lets off whom its controls exempt';
  /** Ids of the controls that the statement keeps. */
  readonly controls: readonly string[];
  readonly statement: Elements;
  readonly answer: Exclude<Answer, { readonly verdict: 'proved' }>;
}

/** A statement, or some of its actions, that changes nothing: others deny the same. */
export interface Dead {
  readonly controls: readonly string[];
  readonly statement: Elements;
  /** @default - all of them */
  readonly actions?: readonly string[];
}

/** Of the documents of a node: whether they deny exactly what the controls there deny. */
export interface NodeProof {
  /** Statements of the controls, and of the documents that they were packed into. */
  readonly asked: number;
  readonly packed: number;
  /** None where everything is proved. */
  readonly findings: readonly Finding[];
}

export const packedStatements = ({ documents }: Pick<PackedNode, 'documents'>): readonly CompiledStatement[] =>
  documents.flatMap(({ statements }) => statements);

const denialsOf = ({ kind }: Prover, statements: readonly CompiledStatement[]): Denials =>
  new Denials(
    kind,
    statements.map(({ statement }) => statement),
  );

/**
 * Compares the documents of a node with its controls, in both directions; a statement about no request proves nothing and is found.
 *
 * @param exemptBy ARNs of the roles that all of some controls exempt
 */
export function proveNode(
  node: Pick<PackedNode, 'own' | 'documents'>,
  prover: Prover,
  exemptBy: (controls: readonly string[]) => readonly string[] = () => [],
): NodeProof {
  const packed = packedStatements(node);
  const [asked, documents] = [denialsOf(prover, node.own), denialsOf(prover, packed)];
  const findings = [
    ...node.own.flatMap((each) =>
      finding('the documents deny what the control denies', each, prover.denies(each.statement, documents, [], true)),
    ),
    ...packed.flatMap((each) => finding('a control asks for it', each, prover.denies(each.statement, asked, [], true))),
    ...packed.flatMap((each) => finding('it denies something', each, someRequest(prover.example(each.statement)))),
    ...packed.flatMap((each) => {
      const arns = exemptBy(each.controls);
      const byExempt = { Condition: { ArnLike: { 'aws:PrincipalArn': arns } } };
      const answer = arns.length === 0 ? undefined : prover.example(each.statement, [byExempt]);
      return answer ? finding('it lets off whom its controls exempt', each, answer) : [];
    }),
  ];
  return { asked: node.own.length, packed: packed.length, findings };
}

const finding = (
  claim: Finding['claim'],
  { statement, controls }: CompiledStatement,
  answer: Answer,
): readonly Finding[] => (answer.verdict === 'proved' ? [] : [{ claim, controls, statement, answer }]);

/** Whether a claim is about some request, by the request that was looked for as if there were none. */
export function someRequest(example: Answer): Answer {
  if (example.verdict === 'refuted') return { verdict: 'proved' };
  if (example.verdict === 'proved') return { verdict: 'not decided', because: 'it is about no request' };
  return example;
}

/** Statements and actions of a node that could go all at once: others that stay deny the same. */
export function deadStatements(node: Pick<PackedNode, 'documents'>, prover: Prover): readonly Dead[] {
  let alive = packedStatements(node);
  const dead: Dead[] = [];
  for (const each of packedStatements(node)) {
    const { statement, controls } = each;
    const others = alive.filter((other) => other !== each);
    const isDead = (some: Elements, rest: readonly CompiledStatement[]) =>
      prover.denies(some, denialsOf(prover, rest)).verdict === 'proved';
    const named = [statement.Action ?? []].flat();
    const actions = named.filter((Action) => isDead({ ...statement, Action }, others));
    if (isDead(statement, others) || (named.length > 0 && actions.length === named.length)) {
      dead.push({ controls, statement });
      alive = others;
      continue;
    }
    if (actions.length === 0) continue;
    dead.push({ controls, statement, actions });
    // What is dead here must not excuse another one.
    const Action = named.filter((action) => !actions.includes(action));
    alive = alive.map((other) => (other === each ? { ...each, statement: { ...statement, Action } } : other));
  }
  return dead;
}
