import { access } from './access';
import { data } from './data';
import type { OpenPath } from './open-path';

export type { OpenPath } from './open-path';

/** The ways round the promises that are known and open. */
export const openPaths: readonly OpenPath[] = [...access, ...data];
