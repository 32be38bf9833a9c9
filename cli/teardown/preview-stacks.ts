import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, type SynthesizedStack } from '../../deployment/manifest';
import { dropImports } from '../../deployment/teardown/imports';
import type { LandingZone } from '../../schema/landing-zone';
import { synthesizeLandingZone } from '../../stacks';

/**
 * Writes the stacks as Terraform plans their end without a word, whatever protects them: beside the output, because states are found from
 * there. They are gone once `work` is done.
 */
export async function withPreviewStacks<T>(
  zone: LandingZone,
  outdir: string,
  work: (stacks: readonly SynthesizedStack[]) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(`${outdir}.tmp-teardown-`);
  try {
    synthesizeLandingZone({ ...zone, protection: 'off' }, { outdir: folder });
    const stacks = readManifest(folder);
    for (const stack of stacks) {
      dropImports(stack);
      dropPreventDestroy(stack);
    }
    return await work(stacks);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was adopted has it without protection, too. */
function dropPreventDestroy({ directory }: SynthesizedStack): void {
  const file = join(directory, 'cdk.tf.json');
  const text = readFileSync(file, 'utf8');
  if (!text.includes('"prevent_destroy"')) return;
  const drop = (key: string, value: unknown): unknown => (key === 'prevent_destroy' ? undefined : value);
  writeFileSync(file, JSON.stringify(JSON.parse(text), drop, 2));
}
