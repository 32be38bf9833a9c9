// Makes lambda/config-rules.zip, the deployment package of the custom Config rules, out of lambda/handler.ts. The same on every
// machine: nothing in it depends on the time, the zone or the folder, and nothing is compressed.
import { join } from 'node:path';
import { build } from 'esbuild-wasm';
import { zipSync } from 'fflate';

/**
 * @param {string} root folder of the project
 * @returns {Promise<{ path: string, content: Uint8Array }>} the package as it should be
 */
export async function bundleFile(root) {
  const {
    outputFiles: [bundle],
  } = await build({
    absWorkingDir: root,
    entryPoints: ['lambda/handler.ts'],
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
  return { path: join(root, 'lambda', 'config-rules.zip'), content };
}
