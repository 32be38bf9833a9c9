import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A release of compliance-trestle reads one release of OSCAL and no other; each has an environment of its own. */
const environments = { '1.0.4': '.judges-oscal-1.0', '1.2.1': '.judges-oscal-1.2' } as const;
type Version = keyof typeof environments;

const program = (version: Version): string => join(__dirname, '../..', environments[version], 'bin/trestle');

/** A suite that needs compliance-trestle; where `npm run judges` could not install it the suite is skipped, and says so. */
export function describeWithTrestle(version: Version, title: string, suite: () => void): void {
  const found = existsSync(program(version));
  if (!found) process.stderr.write(`skipped: ${title}: it is not installed; npm run judges installs it\n`);
  (found ? describe : describe.skip)(title, suite);
}

/** How trestle ends in a workspace, and what it says. */
export function trestle(version: Version, workspace: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program(version), [...args], { cwd: workspace, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}
