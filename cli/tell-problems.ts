import type { LandingZone } from '../schema/landing-zone';
import type { Stream } from './kit/terminal';
import { readZone } from './read-zone';

/** Says what is wrong in the files of a landing zone beside their types, or nothing where that is all. */
export function tellProblems(stderr: Stream = process.stderr, read: () => LandingZone = readZone): void {
  try {
    read();
  } catch (error) {
    stderr.write(`\n${(error as Error).message.trimEnd()}\n`);
  }
}
