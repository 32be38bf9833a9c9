import type { LandingZone } from '../schema/landing-zone';

/**
 * The landing zone whole, as every command reads it; only when it is needed, because a help is shown without.
 *
 * @throws InvalidLandingZone with every problem of every file
 */
export function readZone(): LandingZone {
  const { readLandingZone } = require('../accounts') as typeof import('../accounts');
  const { controlFiles } = require('../controls') as typeof import('../controls');
  const { readModelCardFiles } = require('../models') as typeof import('../models');
  return readLandingZone(controlFiles, readModelCardFiles());
}
