import { readLandingZone } from './accounts';
import { controlFiles } from './controls';
import { readModelCardFiles } from './models';
import { InvalidLandingZone } from './schema/problems/problem';
import { synthesizeLandingZone } from './stacks';

try {
  synthesizeLandingZone(readLandingZone(controlFiles, readModelCardFiles()));
} catch (error) {
  if (!(error instanceof InvalidLandingZone)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 1;
}
