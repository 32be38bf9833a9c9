import { findProviderMirror, mirrorVariable } from '../../deployment/provider-mirror';
import { findTools, type Tools } from '../../rehearsal/tools';

const { tools, missing } = findTools();

/** Why nothing can be deployed on this machine; nothing where it can. */
const obstacles = [
  ...missing,
  ...(findProviderMirror() ? [] : [`no AWS provider was found (${mirrorVariable} names a folder that has one)`]),
];

/** What hinders a suite that takes many minutes: it runs where somebody asks for it. */
export const unlessAsked: readonly string[] =
  process.env.LANDING_ZONE_LONG === undefined ? ['it takes many minutes, and LANDING_ZONE_LONG is not set'] : [];

/** A suite that is skipped where something hinders it, and says why. */
export function describeUnless(obstacles: readonly string[], title: string, suite: () => void): void {
  if (obstacles.length > 0) process.stderr.write(`skipped: ${title}: ${obstacles.join('; ')}\n`);
  (obstacles.length > 0 ? describe.skip : describe)(title, suite);
}

/**
 * A suite that deploys with real Terraform; where something is missing it is skipped, and says why.
 *
 * @param further why this one cannot run, beside what hinders all of them
 */
export const describeDeployed = (
  title: string,
  suite: (findTools: () => Tools) => void,
  further: readonly string[] = [],
): void =>
  describeUnless([...obstacles, ...further], title, () =>
    suite(() => {
      if (!tools) throw new Error('the suite is skipped without tools');
      return tools;
    }),
  );
