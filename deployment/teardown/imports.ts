import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SynthesizedStack } from '../manifest';

/** A block by which a stack takes in what exists already. */
export interface WrittenImport {
  readonly to: string;
  readonly id: string;
}

/** A stack as it is written, as far as it takes in what exists. */
interface Written {
  readonly import?: readonly WrittenImport[];
}

/** What a stack takes in. */
export const importsOf = (stack: Pick<SynthesizedStack, 'directory'>): readonly WrittenImport[] =>
  read(stack).import ?? [];

/** Leaves them out of the stack, which would take in again what was let go. */
export function dropImports(stack: Pick<SynthesizedStack, 'directory'>): void {
  const { import: imports = [], ...others } = read(stack);
  if (imports.length > 0) writeFileSync(fileOf(stack), JSON.stringify(others, undefined, 2));
}

const read = (stack: Pick<SynthesizedStack, 'directory'>): Written => JSON.parse(readFileSync(fileOf(stack), 'utf8'));

const fileOf = ({ directory }: Pick<SynthesizedStack, 'directory'>): string => join(directory, 'cdk.tf.json');
