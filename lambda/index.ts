import { existsSync } from 'node:fs';
import { join } from 'node:path';

export { digestPermissions } from './digest/permissions';
export type { DigestRequest } from './digest/request';
export { configRulesPermissions } from './permissions';

/**
 * Absolute path of the deployment package of the function behind the custom rules: `index.js` with the handler `index.handler`
 * for Node.js 22, whose runtime brings the AWS SDK.
 */
export const configRulesZip = findZip('config-rules.zip');

/** Likewise of the function that writes digests of findings. */
export const findingsDigestZip = findZip('findings-digest.zip');

/** The zip is not compiled: from `build/lambda` it is in the folder `lambda` of the project. */
function findZip(file: string): string {
  const places = [join(__dirname, file), join(__dirname, '..', '..', 'lambda', file)];
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  throw new Error(`${join('lambda', file)} is missing\n  rule: it is checked in\n  fix:  npm run generate`);
}
