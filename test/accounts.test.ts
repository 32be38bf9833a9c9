import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLandingZone } from '../accounts';
import { controlFiles } from '../controls';
import { organizationPolicies } from '../policy/guardrails/organization-policies';

const folder = join(__dirname, '../accounts');

describe('the accounts folder', () => {
  it('resolves as it stands', () => {
    expect(() => readLandingZone(controlFiles)).not.toThrow();
  });

  it('gives one account for each file beside the settings and the index', () => {
    const files = readdirSync(folder).filter((file) => !['index.ts', 'landing-zone.ts'].includes(file));
    expect(readLandingZone(controlFiles).accounts.map(({ file }) => file)).toEqual(
      files.sort().map((file) => `accounts/${file}`),
    );
  });

  it('names files that are there to be opened', () => {
    const missing = readLandingZone(controlFiles).accounts.filter(({ file }) => !existsSync(join(folder, '..', file)));
    expect(missing).toEqual([]);
  });

  it('has policies that fit the quota it names', () => {
    expect(() => organizationPolicies(readLandingZone(controlFiles))).not.toThrow();
  });
});
