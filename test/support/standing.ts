import { findProviderMirror, mirrorVariable } from '../../rehearsal/provider-mirror';
import { findTools } from '../../rehearsal/tools';

const { tools, missing } = findTools();

/** Why nothing can stand in an emulated AWS on this machine; nothing where it can. */
const obstacles = [
  ...missing,
  ...(findProviderMirror() ? [] : [`no AWS provider was found (${mirrorVariable} names a folder that has one)`]),
];

/** A suite that deploys with real Terraform; where something is missing it is skipped, and says why. */
export function describeStanding(title: string, suite: (found: NonNullable<typeof tools>) => void): void {
  if (tools && obstacles.length === 0) {
    describe(title, () => suite(tools));
    return;
  }
  process.stderr.write(`skipped: ${title}: ${obstacles.join('; ')}\n`);
  describe.skip(title, () => it('needs tools', () => undefined));
}
