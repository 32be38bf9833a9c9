import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Place, thisProject } from './place';

/** The version of the release that a project is made of: that of `package.json`, and of the newest heading of `CHANGELOG.md`. */
export const readVersion = ({ root }: Place = thisProject): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version;
