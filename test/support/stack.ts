import type { App } from 'cdktf';
import type { LandingZone } from '../../schema/landing-zone';
import type { Contract, Producer } from '../../stacks/kernel/contract';
import { LandingZoneStack } from '../../stacks/kernel/landing-zone-stack';
import { Synthesis } from '../../stacks/kernel/synthesis';
import { outputOf, smallZone } from './synth';

/** A stack that is empty but for what a test puts into it. */
export class BareStack extends LandingZoneStack<Contract> {
  constructor(app: App, name: string, zone: LandingZone = smallZone()) {
    super(app, name, {}, { zone, account: zone.managementAccount });
  }
}

/** A stack of this name as others know it. */
export const producer = (name: string): Producer => ({ name, contract: {} });

/** What a synthesis writes. */
export const synthesized = (fill: (synthesis: Synthesis) => void): Readonly<Record<string, string>> =>
  outputOf((outdir) => {
    const synthesis = new Synthesis(outdir);
    fill(synthesis);
    synthesis.finish();
  });
