import type { LandingZone } from '../schema/landing-zone';

/**
 * The landing zone whole, as every command reads it; only when it is needed, because a help is shown without.
 *
 * @throws InvalidLandingZone with every problem of every file
 */
export function readZone(): LandingZone {
  const { readProject } = require('../project/read-project') as typeof import('../project/read-project');
  return readProject();
}
