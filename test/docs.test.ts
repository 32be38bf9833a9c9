import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountSpec } from '../schema/forms/account';
import type { SettingsSpec } from '../schema/forms/settings';
import { synth } from './support/synth';
import { sampleAccounts, zoneOf } from './support/zone';

const folder = join(__dirname, '../docs/capabilities');
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** The first example of a page: fields of an account (`ai`) or of the settings, as they are written in `accounts/`. */
function exampleOf(text: string): { readonly ai?: AccountSpec['ai'] } & Partial<SettingsSpec> {
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
  return new Function(`return ({ ${block} })`)();
}

describe('a page of a capability', () => {
  it.each(pages)('$name has an example that synthesizes as it stands', ({ text }) => {
    const { ai, ...settings } = exampleOf(text);
    expect({ ...ai, ...settings }).not.toEqual({});
    const accounts = sampleAccounts().map((account) =>
      ai && account.name === 'models' ? { ...account, ai: { ...account.ai, ...ai } } : account,
    );
    expect(Object.keys(synth(zoneOf({ settings, accounts, controls: [] })))).toContain('ai-models');
  });

  it.each(pages)('$name fits on two screens', ({ text }) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(120);
  });
});
