import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ISynthesisSession, TerraformStack } from 'cdktf';
import { stamped } from '../../schema/facts/made-of';
import { stableJson } from './stable-json';

/**
 * Writes a stack as its synthesizer does, byte for byte, in less time: CDKTF visits it, checks it and copies its assets, and finds its
 * configuration empty; the one that it has is written here, and says what it is made of. `LANDING_ZONE_DEBUG=1` leaves all but that to CDKTF.
 */
export function writeStack(stack: TerraformStack, session: ISynthesisSession): void {
  const file = join(session.outdir, session.manifest.forStack(stack).synthesizedStackPath);
  const isDebugged = Boolean(process.env.LANDING_ZONE_DEBUG);
  if (!isDebugged) stack.toTerraform = () => ({});
  try {
    stack.synthesizer.synthesize(session);
  } finally {
    // What the class says holds again.
    Reflect.deleteProperty(stack, 'toTerraform');
  }
  writeFileSync(file, stamped(isDebugged ? readFileSync(file, 'utf8') : stableJson(stack.toTerraform())));
}
