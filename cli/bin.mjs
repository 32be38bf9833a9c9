#!/usr/bin/env node
// Runs a command from a build that is as new as the sources. Plain JavaScript, because it has to run before anything is compiled.
import module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draftBuild, freshenBuild } from './fresh-build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
// From Node 22 on: what was compiled by V8 once is not compiled again.
module.enableCompileCache?.(join(root, 'build', '.v8-cache'));

const run = async () => {
  if (!freshenBuild(root)) {
    process.exitCode = 1;
    if (draftBuild(root)) createRequire(import.meta.url)('../build/cli/tell-problems.js').tellProblems();
    return;
  }
  await createRequire(import.meta.url)('../build/cli/main.js').main(args);
};

const isHelp = args.includes('--help') || args.includes('-h');
if (args[0] === 'generate' && !isHelp) {
  const { generate } = await import('./generate/generate.mjs');
  await generate(root, run, args);
} else await run();
