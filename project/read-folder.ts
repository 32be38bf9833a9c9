import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Problem, SourceFile } from '../schema/problems/problem';
import type { Folder } from './folders';
import { loadFile } from './load-file';
import { type Place, thisProject } from './place';

/** What stands in a folder, in the order of the files' names. */
export interface FolderContent {
  readonly files: readonly SourceFile[];
  /** Of each file that could not be read, or that does not belong there. */
  readonly problems: readonly Problem[];
}

/**
 * Reads every file of a folder. The source folder decides what there is: a compiled file whose source is gone is not read, and
 * a file that the compiler passes over is a problem.
 */
export function readFolder(folder: Folder, place: Place = thisProject): FolderContent {
  const found = pathsIn(folder, place).map((path) => {
    const file = `${folder.path}/${path}`;
    const problem = tryObjection(folder, path, join(place.root, file));
    return problem ? { problem: { file, ...problem } } : loadFile(folder, file, place);
  });
  return {
    files: found.flatMap((each) => ('source' in each ? [each.source] : [])),
    problems: found.flatMap((each) => ('problem' in each ? [each.problem] : [])),
  };
}

/** Paths below the folder, sorted by the name of the file; hidden files do not count. */
function pathsIn({ path: name, extension, others }: Folder, { root }: Place): readonly string[] {
  const below = (parents: readonly string[]): string[] =>
    entriesIn(join(root, name, ...parents))
      .filter(({ name }) => !name.startsWith('.'))
      .flatMap((entry) => {
        const path = [...parents, entry.name];
        return entry.isDirectory() && !entry.name.endsWith(extension) ? below(path) : [path.join('/')];
      });
  return below([])
    .filter((path) => !others.some((other) => (other.endsWith('/') ? path.startsWith(other) : path === other)))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
}

/** None where the folder itself is missing: what has to be in it is said elsewhere. */
function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Why a file cannot be one of the folder's, or undefined where it can. */
function tryObjection(folder: Folder, path: string, absolute: string): Omit<Problem, 'file'> | undefined {
  const { path: name, holds, extension, grouped } = folder;
  const extensionNow = extname(path);
  const stem = basename(path, extensionNow);
  const place = grouped ? `${name}/<service>/<id>${extension}` : `${name}/<name>${extension}`;
  if (extensionNow !== extension || path.endsWith('.d.ts'))
    return {
      field: 'file name',
      value: basename(path),
      rule: `${holds} is a file that ends with '${extension}', in lower case`,
      fix: `rename it to ${stem}${extension} if it is one, or move it out of ${name}/`,
    };
  if (path.split('/').length !== (grouped ? 2 : 1))
    return {
      field: 'folder',
      value: `${name}/${path}`.slice(0, -basename(path).length),
      rule: `${holds} is read from ${place}, and from nowhere else in ${name}/`,
      fix: grouped ? 'move it into the folder of its service' : `move it to ${name}/${basename(path)}`,
    };
  if (isFile(absolute)) return undefined;
  return {
    field: 'the file',
    value: 'a folder, or a link that leads to no file',
    rule: `${holds} must be a file that can be read`,
    fix: 'rename the folder, repair the link, or remove it',
  };
}

/** Whether a path leads to a file: a link may lead nowhere, or in a circle. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
