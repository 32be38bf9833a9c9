import { readLandingZone } from './accounts';
import { controlFiles } from './controls';
import { InvalidLandingZone } from './schema/problem';
import { buildLandingZone } from './stacks';

try {
  buildLandingZone(readLandingZone(controlFiles)).synth();
} catch (error) {
  if (!(error instanceof InvalidLandingZone)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 1;
}
