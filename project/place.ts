import { join } from 'node:path';

/** Where a project is, and where its compiled files are. */
export interface Place {
  /** The folder of what people write. */
  readonly root: string;
  /** The folder that a file of TypeScript is loaded from, as the compiler or the test runner leaves it there. */
  readonly loaded: string;
  /** How a loaded file ends: `.js` behind the compiler, `.ts` in the test runner. */
  readonly extension: '.js' | '.ts';
}

const here = join(__dirname, '..');

/** This project. The compiler writes into `build/` of it. */
export const thisProject: Place = __filename.endsWith('.js')
  ? { root: join(here, '..'), loaded: here, extension: '.js' }
  : { root: here, loaded: here, extension: '.ts' };
