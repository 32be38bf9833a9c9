import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourceFile } from '../schema/problems/problem';

/** Reads every file of this folder beside this one: each is a model card, unchecked. */
export function readModelCardFiles(): SourceFile[] {
  const extension = __filename.slice(-3);
  return readdirSync(__dirname)
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file, extension))
    .filter((name) => name !== 'index')
    .sort()
    .map((name) => {
      const module = require(join(__dirname, name)) as { default?: unknown };
      return { file: `models/${name}.ts`, value: module.default };
    });
}
