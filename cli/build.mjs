// Compiles the project where a source has changed.
import { fileURLToPath } from 'node:url';
import { freshenBuild } from './fresh-build.mjs';

if (!freshenBuild(fileURLToPath(new URL('..', import.meta.url)))) process.exitCode = 1;
