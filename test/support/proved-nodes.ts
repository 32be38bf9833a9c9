import { packNodes } from '../../policy/guardrails/packing';
import { type ProvedNode, proveZone } from '../../proof/zone-proof';
import type { LandingZone } from '../../schema/landing-zone';

/** All that is known of the documents of a landing zone. */
export async function provedNodes(zone: LandingZone): Promise<readonly ProvedNode[]> {
  const all: ProvedNode[] = [];
  for await (const node of proveZone(zone, packNodes(zone))) all.push(node);
  return all;
}
