import { homedir, tmpdir } from 'node:os';
import { basename, isAbsolute } from 'node:path';
import { find, synth, synthOne, written } from '../support/synth';
import { sampleAccounts, sampleModelCard, zoneOf } from '../support/zone';

const files = written(zoneOf());
const json = Object.entries(files).filter(([path]) => path.endsWith('.json'));

/** Every text of a JSON document, keys left out. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('determinism', () => {
  test('writes the same bytes again, in whatever order the account files are read', () => {
    expect(written(zoneOf({ accounts: sampleAccounts().reverse() }))).toEqual(files);
  });

  test.each(['management', 'log-archive', 'security', 'account-models', 'account-sandbox', 'ai-models', 'compliance'])(
    'writes %s alone as among all others',
    (name) => {
      const zone = zoneOf({ controls: [] });
      const { json, dependencies } = synthOne(zone, name);
      expect(json).toEqual(find(synth(zone), name).json);
      expect(dependencies).toEqual(find(synth(zone), name).dependencies);
    },
  );

  test('writes nothing but JSON, the lock of the provider and the code of the custom rules', () => {
    const others = Object.keys(files).filter((path) => !path.endsWith('.json'));
    expect([...new Set(others.map((path) => basename(path)))]).toEqual(['.terraform.lock.hcl', 'config-rules.zip']);
    expect(json.length).toBeGreaterThan(10);
  });

  test.each(json)('puts no absolute path into %s', (_path, text) => {
    const machine = [process.cwd(), tmpdir(), homedir()].filter((folder) => folder.length > 1);
    // Log groups of Lambda have a path for a name, and the hash of a file may begin like one.
    const harmless = /^(\/aws\/lambda\/.*|[\w+/]{43}=)$/;
    expect(texts(JSON.parse(text)).filter((each) => isAbsolute(each) && !harmless.test(each))).toEqual([]);
    expect(machine.filter((folder) => text.includes(`${folder}/`))).toEqual([]);
  });

  test.each(json)('puts no time into %s', (_path, text) => {
    // Versions of the languages of policies and of templates, and the review date that the sample's model card has.
    const written = ['2012-10-17', '2010-09-09', sampleModelCard().governance.reviewBy];
    expect((text.match(/\b\d{4}-\d{2}-\d{2}/g) ?? []).filter((date) => !written.includes(date))).toEqual([]);
    // Milliseconds since 1970, and the hour of a day.
    expect(text.match(/\b1[5-9]\d{11}\b|\b\d{2}:\d{2}:\d{2}\b/g) ?? []).toEqual([]);
  });
});
