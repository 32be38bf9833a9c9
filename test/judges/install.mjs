// Puts the judges into a virtual environment of their own. Where that cannot be, it says why, and the tests that need them are skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What may not live together: releases of compliance-trestle read one release of OSCAL each, and pin what others need newer. */
const environments = {
  '.judges': 'requirements.txt',
  '.judges-oscal-1.0': 'requirements-oscal-1.0.txt',
  '.judges-oscal-1.2': 'requirements-oscal-1.2.txt',
};

for (const [folder, file] of Object.entries(environments)) install(join(root, folder), join(root, 'test/judges', file));

function install(environment, requirements) {
  const installed = join(environment, 'requirements.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  rmSync(environment, { recursive: true, force: true });
  const failed =
    tryRun('python3', '-m', 'venv', environment) ??
    tryRun(join(environment, 'bin/pip'), 'install', '--quiet', '--disable-pip-version-check', '-r', requirements);
  if (failed === undefined) writeFileSync(installed, wanted);
  else {
    rmSync(environment, { recursive: true, force: true });
    process.stderr.write(`The judges are not installed: ${failed}\n`);
  }
}

/** What went wrong; undefined where it went well. */
function tryRun(program, ...args) {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? undefined : `${program} ${args.join(' ')}: ${error?.message ?? stderr}`;
}
