import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';

/**
 * Looks at the states that the local backend keeps beside the output.
 *
 * @throws InvalidLandingZone where one has no content, as a full disk or an interrupted copy leaves it: Terraform would create everything
 * once more
 */
export function refuseEmptyStates({ backend }: Pick<LandingZone, 'backend'>, outdir: string): void {
  const folder = join(dirname(resolve(outdir)), 'state');
  if (backend.type !== 'local' || !existsSync(folder)) return;
  const empty = readdirSync(folder).filter(
    (name) => name.endsWith('.tfstate') && statSync(join(folder, name)).size === 0,
  );
  if (empty.length === 0) return;
  throw new InvalidLandingZone(
    empty.map((name) => ({
      file: `state/${name}`,
      field: 'the file',
      value: '0 bytes',
      rule: 'Terraform takes a state without content for one in which nothing exists, and would create everything once more',
      fix: `restore it, from state/${name}.backup for example; delete it only if the stack was never deployed`,
    })),
  );
}
