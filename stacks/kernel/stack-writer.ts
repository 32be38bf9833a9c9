import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ISynthesisSession, TerraformStack } from 'cdktf';
import { stableJson } from './stable-json';

/**
 * Writes a stack as its synthesizer does, byte for byte, in less time: CDKTF visits it, checks it and copies its assets, and finds its
 * configuration empty; the one that it has is written here. `LANDING_ZONE_DEBUG=1` leaves all of it to CDKTF.
 */
export function writeStack(stack: TerraformStack, session: ISynthesisSession): void {
  if (process.env.LANDING_ZONE_DEBUG) {
    stack.synthesizer.synthesize(session);
    return;
  }
  stack.toTerraform = () => ({});
  try {
    stack.synthesizer.synthesize(session);
  } finally {
    // What the class says holds again.
    Reflect.deleteProperty(stack, 'toTerraform');
  }
  const { synthesizedStackPath } = session.manifest.forStack(stack);
  writeFileSync(join(session.outdir, synthesizedStackPath), stableJson(stack.toTerraform()));
}
