import { readProject } from './project/read-project';
import { InvalidLandingZone } from './schema/problems/problem';
import { buildLandingZone } from './stacks';

try {
  buildLandingZone(readProject()).synth();
} catch (error) {
  if (!(error instanceof InvalidLandingZone)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 1;
}
