import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = join(__dirname, '../..');

/** A TypeScript file of the project. */
export interface TypeScriptFile {
  /** Relative to the project: `policy/statement.ts`. */
  readonly path: string;
  readonly text: string;
}

/** An import line, with its end in the project where it is relative. */
export interface Import {
  readonly from: TypeScriptFile;
  readonly specifier: string;
  /** Room or file without extension: `schema/problem`, `accounts`. Undefined for a package. */
  readonly target: string | undefined;
}

/** Every TypeScript file of the rooms, and `main.ts`; with the JavaScript that runs before anything is compiled where `ends` says so. */
export function sourceFiles(rooms: readonly string[], ends: readonly string[] = ['.ts']): readonly TypeScriptFile[] {
  const paths = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => ends.some((end) => file.endsWith(end)))
      .map((file) => join(room, file)),
  );
  return ['main.ts', ...paths].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** What a file imports, types and calls of `require` among it. */
export function importsOf(from: TypeScriptFile): readonly Import[] {
  const lines = from.text.matchAll(/^(?:import|export|\}) (?:.*\bfrom )?'([^']+)'|\b(?:require|import)\('([^']+)'\)/gm);
  return [...lines].map(([, line, call]) => {
    const specifier = line ?? call ?? '';
    const relative = specifier.startsWith('.');
    return { from, specifier, target: relative ? normalize(join(dirname(from.path), specifier)) : undefined };
  });
}

/** The first circle of files that import each other, as the path around it; undefined where there is none. */
export function tryCircle(files: readonly TypeScriptFile[]): readonly string[] | undefined {
  const byTarget = new Map(files.flatMap((file) => targetsOf(file.path).map((target) => [target, file])));
  const done = new Set<TypeScriptFile>();
  const visit = (file: TypeScriptFile, trail: readonly TypeScriptFile[]): readonly string[] | undefined => {
    const start = trail.indexOf(file);
    if (start >= 0) return [...trail.slice(start), file].map(({ path }) => path);
    if (done.has(file)) return undefined;
    for (const { target = '' } of importsOf(file)) {
      const next = byTarget.get(target);
      const circle = next && visit(next, [...trail, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  return files.reduce<readonly string[] | undefined>((found, file) => found ?? visit(file, []), undefined);
}

/** The ways to name a file in an import: without extension, and by its folder where it is an index. */
const targetsOf = (path: string): string[] => {
  const name = path.replace(/\.ts$/, '');
  return name.endsWith('/index') ? [name, dirname(name)] : [name];
};
