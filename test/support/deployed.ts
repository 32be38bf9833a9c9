import { findProviderMirror, mirrorVariable } from '../../deployment/provider-mirror';
import { findTools, type Tools } from '../../rehearsal/tools';

const { tools, missing } = findTools();

/** Why nothing can be deployed on this machine; nothing where it can. */
const obstacles = [
  ...missing,
  ...(findProviderMirror() ? [] : [`no AWS provider was found (${mirrorVariable} names a folder that has one)`]),
];

/** A suite that deploys with real Terraform; where something is missing it is skipped, and says why. */
export function describeDeployed(title: string, suite: (findTools: () => Tools) => void): void {
  if (obstacles.length > 0) process.stderr.write(`skipped: ${title}: ${obstacles.join('; ')}\n`);
  (obstacles.length > 0 ? describe.skip : describe)(title, () =>
    suite(() => {
      if (!tools) throw new Error('the suite is skipped without tools');
      return tools;
    }),
  );
}
