import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Protected } from '../kernel/kept';
import { addressesOf, protectedOf, type Resources } from './protected';

/** A stack as it was written, as far as the ledger cares. */
export interface WrittenStack {
  readonly protected: Protected;
  readonly addresses: ReadonlySet<string>;
}

/**
 * The stacks of an output folder that have something protected, or of which the ledger knows something.
 *
 * @param known names of the latter
 */
export function readWrittenStacks(outdir: string, known: readonly string[]): ReadonlyMap<string, WrittenStack> {
  const folder = join(outdir, 'stacks');
  return new Map(
    readdirSync(folder)
      .sort()
      .flatMap((name) => {
        const file = join(folder, name, 'cdk.tf.json');
        if (!existsSync(file)) return [];
        const text = readFileSync(file, 'utf8');
        // Reading a thousand stacks of accounts, which have nothing to protect, would take longer than writing them.
        if (!text.includes('"prevent_destroy"') && !known.includes(name)) return [];
        const { resource = {} } = JSON.parse(text) as { readonly resource?: Resources };
        return [[name, { protected: protectedOf(resource), addresses: new Set(addressesOf(resource)) }] as const];
      }),
  );
}
