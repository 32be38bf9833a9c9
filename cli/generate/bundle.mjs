// Makes the deployment packages of the functions: of the custom Config rules and of digests of findings. The same on every machine: nothing
// in them depends on the time, the zone or the folder, and nothing is compressed.
import { join } from 'node:path';
import { build } from 'esbuild-wasm';
import { zipSync } from 'fflate';

/** Each package with its entry, in `lambda/`. */
const packages = { 'config-rules.zip': 'handler.ts', 'findings-digest.zip': 'digest/handler.ts' };

/**
 * @param {string} root folder of the project
 * @returns {Promise<{ path: string, content: Uint8Array }[]>} the packages as they should be
 */
export const bundleFiles = (root) =>
  Promise.all(Object.entries(packages).map(([zip, entry]) => bundleFile(root, zip, entry)));

async function bundleFile(root, zip, entry) {
  const {
    outputFiles: [bundle],
  } = await build({
    absWorkingDir: root,
    entryPoints: [`lambda/${entry}`],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    // The runtime of Lambda brings the SDK.
    external: ['@aws-sdk/*'],
    charset: 'utf8',
    logLevel: 'error',
    tsconfigRaw: {},
  });
  const content = zipSync(
    { 'index.js': bundle.contents },
    // fflate takes the date as the clock on the wall shows it. The mode of a regular file that everybody reads: Lambda keeps it.
    { level: 0, mtime: new Date(1980, 0, 1, 12), os: 3, attrs: 0o100644 * 2 ** 16 },
  );
  return { path: join(root, 'lambda', zip), content };
}
