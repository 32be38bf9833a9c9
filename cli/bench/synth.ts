import { synthesizeLandingZone } from '../../stacks';
import { zoneOfSize } from './zone';

/** One measured synth, in a process of its own: `synth <accounts> <outdir> [distinct]`. Prints processor time and peak memory. */
const [accounts, outdir, distinct] = process.argv.slice(2);
synthesizeLandingZone(zoneOfSize(Number(accounts), { distinct: distinct === 'distinct' }), { outdir });
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({ peakBytes: maxRSS * 1024, processorSeconds: (userCPUTime + systemCPUTime) / 1e6 }),
);
