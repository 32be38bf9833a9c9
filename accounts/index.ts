import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type LandingZone, resolveLandingZone } from '../schema/landing-zone';
import type { SourceFile } from '../schema/problems/problem';

const settingsFile = 'landing-zone';
const others = ['index', settingsFile];

/**
 * Reads every file of this folder: `landing-zone` is the settings, each other one an account.
 *
 * @param controlFiles the catalog of controls
 * @param modelCardFiles the model cards @default - none: they are neither checked nor deployed
 * @throws InvalidLandingZone with every problem of every file
 */
export function readLandingZone(
  controlFiles: readonly SourceFile[],
  modelCardFiles: readonly SourceFile[] = [],
): LandingZone {
  const extension = __filename.slice(-3);
  const names = readdirSync(__dirname)
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file, extension))
    .filter((name) => !others.includes(name))
    .sort();
  return resolveLandingZone(read(settingsFile), names.map(read), controlFiles, modelCardFiles);
}

function read(name: string): SourceFile {
  const module = require(join(__dirname, name)) as { default?: unknown };
  return { file: `accounts/${name}.ts`, value: module.default };
}
