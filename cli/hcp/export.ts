import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { filesOf } from '../../deployment/hcp/configuration';
import type { Problem } from '../../schema/problems/problem';
import type { Answer, Context } from '../kit/command';
import { counted } from '../kit/counted';
import { optionProblem } from '../kit/invalid-request';
import type { ExportOptions } from './options';
import { prepareHcp, runStacks } from './prepare';

/** Says that a folder is one of ours, and to whoever finds it what it is. */
const readme = 'README.md';
const title = '# Synthesized by landing-zone hcp export';

/**
 * Files of one push above which HCP Terraform does not look at what changed. Source: HCP Terraform docs, "Automatic Run Triggering": where
 * the list of GitHub has 300 files or more, every workspace is planned.
 */
const filesOfPush = 300;

/** Writes what is synthesized into a folder that a person commits and pushes. */
export async function run(
  { to, ...options }: ExportOptions,
  context: Context,
  preparing: typeof prepareHcp = prepareHcp,
): Promise<Answer> {
  const folder = resolve(to ?? '');
  context.refuse(problemsOf(to, folder));
  const prepared = await preparing(options, context);
  const stacks = runStacks([], prepared, context);
  const { changed, gone } = write(
    folder,
    stacks.flatMap(({ name, directory }) =>
      filesOf(directory).map((file) => ({ path: `stacks/${name}/${file}`, source: join(directory, file) })),
    ),
  );
  const count = changed.length + gone.length;
  const text = [
    `${folder}: ${counted(stacks.length, 'stack')}, ${changed.length} files written, ${gone.length} removed.`,
    ...(count >= filesOfPush
      ? [`${count} files change: from ${filesOfPush} files in one push on, HCP Terraform plans every workspace.`]
      : []),
    'Commit and push it. Each workspace: working directory stacks/<stack>, trigger pattern /stacks/<stack>/**/*.',
    'HCP Terraform keeps no order between the workspaces of one push: docs/hcp-terraform.md, From a repository.',
  ];
  return { text: text.join('\n'), json: { folder, stacks: stacks.map(({ name }) => name), changed, gone } };
}

function problemsOf(to: string | undefined, folder: string): readonly Problem[] {
  if (to === undefined)
    return [optionProblem('to', undefined, 'must name a folder', 'write --to ../landing-zone-synthesized')];
  if (!existsSync(folder) || readdirSync(folder).every((name) => name === '.git')) return [];
  const file = join(folder, readme);
  if (existsSync(file) && readFileSync(file, 'utf8').startsWith(title)) return [];
  return [
    optionProblem(
      'to',
      to,
      'must be empty, or written by this command: what is no stack any more is removed',
      'name another folder',
    ),
  ];
}

interface ExportedFile {
  /** Relative to the folder. */
  readonly path: string;
  readonly source: string;
}

/** Writes what is different and removes what is no part of it any more, so that a commit has what has changed. */
function write(folder: string, files: readonly ExportedFile[]) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, readme), `${title}\n\nNothing here is edited: the next export writes it again.\n`);
  const changed = files.filter(({ path, source }) => {
    const target = join(folder, path);
    return !existsSync(target) || !readFileSync(target).equals(readFileSync(source));
  });
  for (const { path, source } of changed) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(source, join(folder, path));
  }
  const known = new Set(files.map(({ path }) => path));
  const stacks = join(folder, 'stacks');
  const there = existsSync(stacks) ? readdirSync(stacks, { recursive: true, withFileTypes: true }) : [];
  const gone = there
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : []))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !known.has(path));
  for (const path of gone) rmSync(join(folder, path));
  return { changed: changed.map(({ path }) => path).sort(), gone: gone.sort() };
}
