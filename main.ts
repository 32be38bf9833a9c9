import { readLandingZone } from './accounts';
import { controlFiles } from './controls';
import { readModelCardFiles } from './models';
import { InvalidLandingZone } from './schema/problems/problem';
import { buildLandingZone } from './stacks';

try {
  buildLandingZone(readLandingZone(controlFiles, readModelCardFiles())).synth();
} catch (error) {
  if (!(error instanceof InvalidLandingZone)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 1;
}
