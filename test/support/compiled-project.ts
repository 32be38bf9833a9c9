import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import type { SourceFile } from '../../schema/problems/problem';

const root = join(__dirname, '../..');
const codeOfRules = 'lambda/config-rules.zip';
const rooms = ['schema', 'controls', 'policy', 'lambda', 'queries', 'stacks', 'cli'];

/** Compiles what `main.js` needs into a temporary folder that has no account in it yet, and answers the folder. */
export function compileProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const inRooms = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  );
  for (const file of ['main.ts', 'accounts/index.ts', 'models/index.ts', ...inRooms])
    if (file.endsWith('.ts')) compile(file, folder);
  for (const file of [codeOfRules, ...inRooms.filter((path) => path.endsWith('.sql'))])
    copyFileSync(join(root, file), join(folder, file));
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
