import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { organizationPolicies } from '../policy/guardrails/organization-policies';
import { readProject } from '../project/read-project';

const folder = join(__dirname, '../accounts');

describe('the accounts folder', () => {
  it('resolves as it stands', () => {
    expect(() => readProject()).not.toThrow();
  });

  it('gives one account for each file beside the settings', () => {
    const files = readdirSync(folder).filter((file) => file !== 'landing-zone.ts');
    expect(readProject().accounts.map(({ file }) => file)).toEqual(files.sort().map((file) => `accounts/${file}`));
  });

  it('names files that are there to be opened', () => {
    const missing = readProject().accounts.filter(({ file }) => !existsSync(join(folder, '..', file)));
    expect(missing).toEqual([]);
  });

  it('has policies that fit the quota it names', () => {
    expect(() => organizationPolicies(readProject())).not.toThrow();
  });
});
