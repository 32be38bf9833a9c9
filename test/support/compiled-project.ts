import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import type { SourceFile } from '../../schema/problems/problem';

const root = join(__dirname, '../..');
const codeOfRules = 'lambda/config-rules.zip';
const rooms = ['schema', 'controls', 'policy', 'lambda', 'queries', 'stacks'];

/** Compiles what `main.js` needs into a temporary folder that has no account in it yet, and answers the folder. */
export function compileProject(): string {
  const inRooms = rooms.flatMap(filesOf);
  const folder = compileFiles(['main.ts', 'accounts/index.ts', 'models/index.ts', ...inRooms]);
  for (const file of [codeOfRules, ...inRooms.filter((path) => path.endsWith('.sql'))])
    copyFileSync(join(root, file), join(folder, file));
  return folder;
}

/** Compiles rooms into a temporary folder, and answers the folder. */
export const compileRooms = (...names: readonly string[]): string => compileFiles(names.flatMap(filesOf));

const filesOf = (room: string): string[] =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file));

function compileFiles(files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const file of files) if (file.endsWith('.ts')) compile(file, folder);
  return folder;
}

/** Writes what a file of `accounts/` exports, as the compiler would have. */
export function writeAccountFile(folder: string, { file, value }: SourceFile): void {
  writeFileSync(join(folder, file.replace(/ts$/, 'js')), `exports.default = ${JSON.stringify(value)};\n`);
}

function compile(file: string, folder: string): void {
  const { code } = transformSync(readFileSync(join(root, file), 'utf8'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const target = join(folder, file.replace(/ts$/, 'js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}
