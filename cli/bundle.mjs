// Writes lambda/config-rules.zip, the deployment package of the custom Config rules, out of lambda/handler.ts. The same on every
// machine: nothing in it depends on the time, the zone or the folder, and nothing is compressed.
//   --check   write nothing; exit 1 where the zip is stale
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild-wasm';
import { zipSync } from 'fflate';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = join(root, 'lambda', 'config-rules.zip');

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

const zip = zipSync(
  { 'index.js': bundle.contents },
  // fflate takes the date as the clock on the wall shows it. The mode of a regular file that everybody reads: Lambda keeps it.
  { level: 0, mtime: new Date(1980, 0, 1, 12), os: 3, attrs: 0o100644 * 2 ** 16 },
);

if (!process.argv.includes('--check')) writeFileSync(path, zip);
else if (!existsSync(path) || !readFileSync(path).equals(zip)) {
  console.error(
    'lambda/config-rules.zip is stale\n  rule: it is the bundle of lambda/handler.ts\n  fix:  npm run generate',
  );
  process.exitCode = 1;
}
