import ts from 'typescript-5';
import type { TypeScriptFile } from './source-files';

/** A function with its first line in the file, and how many it has. */
export interface LongFunction {
  readonly path: string;
  readonly line: number;
  readonly lines: number;
}

/** Functions, methods and constructors of more than `most` lines, from the first word to the last brace; comments before do not count. */
export function longFunctions({ path, text }: TypeScriptFile, most: number): readonly LongFunction[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const found: LongFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = lineAt(node.getStart(source));
      const lines = lineAt(node.end) - line + 1;
      if (lines > most) found.push({ path, line, lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
