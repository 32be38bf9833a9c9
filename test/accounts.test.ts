import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLandingZone } from '../accounts';
import { serviceControlPolicies } from '../policy/service-control-policies';

const folder = join(__dirname, '../accounts');

describe('the accounts folder', () => {
  it('resolves as it stands', () => {
    expect(() => readLandingZone()).not.toThrow();
  });

  it('gives one account for each file beside the settings and the index', () => {
    const files = readdirSync(folder).filter((file) => !['index.ts', 'landing-zone.ts'].includes(file));
    expect(readLandingZone().accounts.map(({ file }) => file)).toEqual(files.sort().map((file) => `accounts/${file}`));
  });

  it('names files that are there to be opened', () => {
    const missing = readLandingZone().accounts.filter(({ file }) => !existsSync(join(folder, '..', file)));
    expect(missing).toEqual([]);
  });

  it('has policies that fit the quota it names', () => {
    expect(() => serviceControlPolicies(readLandingZone())).not.toThrow();
  });
});
