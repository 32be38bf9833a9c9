import { readProject } from './project/read-project';
import { InvalidLandingZone } from './schema/problems/problem';
import { synthesizeLandingZone } from './stacks';

try {
  synthesizeLandingZone(readProject());
} catch (error) {
  if (!(error instanceof InvalidLandingZone)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 1;
}
