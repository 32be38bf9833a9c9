import { readLandingZone } from './accounts';
import { InvalidLandingZone } from './schema/problem';
import { buildLandingZone } from './stacks';

try {
  buildLandingZone(readLandingZone()).synth();
} catch (error) {
  if (!(error instanceof InvalidLandingZone)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 1;
}
