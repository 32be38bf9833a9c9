import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { folders } from '../../project/folders';
import type { SourceFile } from '../../schema/problems/problem';

const root = join(__dirname, '../..');
const functions = ['lambda/config-rules.zip', 'lambda/findings-digest.zip'];
const rooms = ['schema', 'controls', 'project', 'policy', 'lambda', 'stacks', 'cli'];

/** A project in a temporary folder, compiled into `build/`, with controls and queries, and without accounts. */
export function compileProject(): string {
  const folder = compileFiles(['main.ts', ...rooms.flatMap(filesIn)]);
  copy('package.json', join(folder, 'package.json'));
  for (const zip of functions) copy(zip, join(folder, 'build', zip));
  for (const file of [...filesIn('controls'), ...filesIn('queries')]) copy(file, join(folder, file));
  for (const { path } of Object.values(folders)) mkdirSync(join(folder, path), { recursive: true });
  return folder;
}

/** Compiles rooms into `build/` of a temporary folder, and answers the folder. */
export const compileRooms = (...names: readonly string[]): string => compileFiles(names.flatMap(filesIn));

function compileFiles(files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const file of files) {
    if (file.endsWith('.ts')) compile(file, folder);
    if (file.endsWith('.json')) copy(file, join(folder, 'build', file));
  }
  return folder;
}

/** Writes what a file exports, and the compiled file beside it, as the compiler would have. */
export function writeSourceFile(folder: string, { file, value }: SourceFile): void {
  write(join(folder, file), `export default ${JSON.stringify(value)};\n`);
  write(join(folder, 'build', file.replace(/ts$/, 'js')), `exports.default = ${JSON.stringify(value)};\n`);
}

const filesIn = (room: string): string[] =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));

function compile(file: string, folder: string): void {
  const { code } = transformSync(readFileSync(join(root, file), 'utf8'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  write(join(folder, 'build', file.replace(/ts$/, 'js')), code);
}

function copy(file: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(root, file), target);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
