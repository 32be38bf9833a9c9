import { buildLandingZone } from '../../stacks';
import { zoneOfSize } from './zone';

/** One measured synth, in a process of its own: `synth <accounts> <outdir>`. Prints its peak memory in bytes. */
const [accounts, outdir] = process.argv.slice(2);
buildLandingZone(zoneOfSize(Number(accounts)), { outdir }).synth();
process.stdout.write(JSON.stringify({ peakBytes: process.resourceUsage().maxRSS * 1024 }));
