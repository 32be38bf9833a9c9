import { type Settings, settingsFile, settingsForm } from './forms/settings';
import { guarded } from './problems/broken-fields';
import type { Problem, SourceFile } from './problems/problem';
import { salvage } from './problems/salvage';

/** What required fields are taken for where they are wrong; no check can read one. */
const standIns = {
  name: 'unnamed',
  homeRegion: 'us-east-1',
  regions: ['us-east-1'],
  organizationalUnits: [],
  services: { notifications: { emails: ['nobody@example.invalid'] } },
};

/** Reads the settings as far as they can be read. */
export function readSettings(source: SourceFile | undefined): {
  /** Undefined where nothing can be read. */
  readonly data: Settings | undefined;
  readonly problems: readonly Problem[];
  /** As those of other files: `accounts/landing-zone.ts regions`. */
  readonly brokenFields: readonly string[];
} {
  if (!source) return { data: undefined, problems: [], brokenFields: [] };
  const { data, problems, broken } = salvage(settingsForm, source, standIns);
  return {
    data: data && guarded(data, broken),
    problems,
    brokenFields: broken.filter((path) => path.length === 1).map(([field]) => `${settingsFile} ${String(field)}`),
  };
}
