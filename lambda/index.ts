import { existsSync } from 'node:fs';
import { join } from 'node:path';

export { configRulesPermissions } from './permissions';

const file = 'config-rules.zip';

/** The zip is not compiled: from `build/lambda` it is in the folder `lambda` of the project. */
const places = [join(__dirname, file), join(__dirname, '..', '..', 'lambda', file)];

/**
 * Absolute path of the deployment package of the function behind the custom rules: `index.js` with the handler `index.handler`
 * for Node.js 22, whose runtime brings the AWS SDK.
 */
export const configRulesZip = places.find((place) => existsSync(place)) ?? missing();

function missing(): never {
  throw new Error(`${join('lambda', file)} is missing\n  rule: it is checked in\n  fix:  npm run generate`);
}
