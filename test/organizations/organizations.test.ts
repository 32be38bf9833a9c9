import { folders } from '../../project/folders';
import { readProjectFiles } from '../../project/read-project';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { type LandingZoneFiles, resolveLandingZone } from '../../schema/resolve';
import { synth } from '../support/synth';
import { settingsFile } from '../support/zone';
import { deep } from './own/deep';
import { flat } from './own/flat';
import { oneCore } from './own/one-core';
import type { Organization } from './own/organization';
import { regulated } from './own/regulated';
import { university } from './own/university';

const organizations = Object.entries({ flat, deep, oneCore, regulated, university });
/** The sample, out of which somebody makes an organization of their own: its catalog, queries and ledger stay. */
const sample = readProjectFiles();

const fileOf = ({ name }: { readonly name: string }): string => `${folders.accounts.path}/${name}.ts`;

const right = ({ settings, accounts }: Organization): LandingZoneFiles => ({
  ...sample,
  settings: { file: settingsFile, value: settings },
  accounts: accounts.map((account) => ({ file: fileOf(account), value: account })),
  modelCards: [],
});

const firstTry = ({ settings, accounts, firstTry: written }: Organization): LandingZoneFiles => ({
  ...sample,
  settings: { file: settingsFile, value: { ...settings, ...written.settings } },
  accounts: accounts.map((account) => ({
    file: fileOf(account),
    value: { ...account, ...written.accounts?.[account.name] },
  })),
});

function problemsOf(files: LandingZoneFiles): readonly string[] {
  try {
    resolveLandingZone(files);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidLandingZone)) throw error;
    return error.problems.map(({ file, field }) => `${file} ${field}`);
  }
}

describe.each(organizations)('the organization %s', (_name, organization) => {
  it('is told all that is wrong in its first try in one run', () => {
    expect([...problemsOf(firstTry(organization))].sort()).toEqual([...organization.said].sort());
  });

  it('synthesizes once that is put right, and nothing else of the sample is in the way', () => {
    const stacks = Object.keys(synth(resolveLandingZone(right(organization))));
    const active = organization.accounts.filter(({ state }) => state !== 'closing');
    expect(stacks).toEqual(expect.arrayContaining(active.map(({ name }) => `account-${name}`)));
    expect(stacks.filter((name) => /ml-|sandbox/.test(name))).toEqual([]);
  });
});
