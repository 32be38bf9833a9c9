import { synthesizeLandingZone } from '../../stacks';
import { zoneOfSize } from './zone';

/** One measured synth, in a process of its own: `synth <accounts> <outdir>`. Prints its peak memory in bytes. */
const [accounts, outdir] = process.argv.slice(2);
synthesizeLandingZone(zoneOfSize(Number(accounts)), { outdir });
process.stdout.write(JSON.stringify({ peakBytes: process.resourceUsage().maxRSS * 1024 }));
