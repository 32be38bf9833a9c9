import type { Bin } from '../../assignment/assign';
import type { CompiledStatement } from '../organization-policy';
import { merged, termsOf } from './merging';

/** A document that is being filled. Statements that differ in nothing but Sid and actions are one in it. */
export class Document implements Bin<readonly CompiledStatement[]> {
  private readonly byTerms = new Map<string, Merging>();
  /** Every statement is counted with a comma, so the frame is one character shorter. */
  private length = frame - 1;

  constructor(private readonly characters: number) {}

  /** Characters that statements add. An empty document costs its frame too: a document that is there already is never the dearer one. */
  tryCost(statements: readonly CompiledStatement[], reserve: number): number | undefined {
    const isEmpty = this.byTerms.size === 0;
    const more = this.withMore(statements).reduce((sum, [terms, { length }]) => sum + length - this.lengthOf(terms), 0);
    const limit = isEmpty ? this.characters : Math.floor(this.characters * (1 - reserve));
    return this.length + more <= limit ? more + (isEmpty ? frame : 0) : undefined;
  }

  add(statements: readonly CompiledStatement[]): void {
    for (const [terms, entry] of this.withMore(statements)) {
      this.length += entry.length - this.lengthOf(terms);
      this.byTerms.set(terms, entry);
    }
  }

  /** In the order of their texts, so that a document changes no more than the statement in it that changes. */
  get statements(): readonly CompiledStatement[] {
    const all = [...this.byTerms.values()]
      .map(({ parts }) => merged(parts))
      .sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    const sids = all.map(({ statement }) => statement.Sid);
    return all.map((compiled) => {
      // A Sid is unique in a document. Where two are alike, neither says anything.
      const { Sid, ...unnamed } = compiled.statement;
      return sids.indexOf(Sid) === sids.lastIndexOf(Sid) ? compiled : { ...compiled, statement: unnamed };
    });
  }

  private withMore(statements: readonly CompiledStatement[]): readonly (readonly [string, Merging])[] {
    const more = new Map<string, CompiledStatement[]>();
    for (const statement of statements) {
      const terms = termsOf(statement);
      more.set(terms, [...(more.get(terms) ?? this.byTerms.get(terms)?.parts ?? []), statement]);
    }
    return [...more].map(([terms, parts]) => [terms, { parts, length: textOf(merged(parts)).length + 1 }]);
  }

  private readonly lengthOf = (terms: string): number => this.byTerms.get(terms)?.length ?? 0;
}

/** Statements that are one in the end, and the characters of that one with its comma. */
interface Merging {
  readonly parts: readonly CompiledStatement[];
  readonly length: number;
}

/** The document as AWS takes it, without white space, which AWS counts when a policy is saved by API. */
export const contentOf = (statements: readonly CompiledStatement[]): string =>
  `{"Version":"2012-10-17","Statement":[${statements.map(textOf).join(',')}]}`;

/** Characters of a document around its statements. */
const frame = '{"Version":"2012-10-17","Statement":[]}'.length;

const textOf = ({ statement }: CompiledStatement): string => JSON.stringify(statement);
