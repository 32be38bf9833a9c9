import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Place } from '../../project/place';
import { readProjectFiles } from '../../project/read-project';
import { keepRetiredControls, readRetiredControls } from '../../project/retired-controls';
import { ledgerFile } from '../../schema/forms/ledger';
import { resolveLandingZone } from '../../schema/resolve';
import { writeSourceFile } from '../support/compiled-project';
import { problemsThrownBy } from '../support/problems';
import {
  accountFile,
  deployedBefore,
  sampleAccounts,
  sampleModelCard,
  sampleSettings,
  settingsFile,
} from '../support/zone';

let place: Place;
const path = (...parts: string[]): string => join(place.root, ...parts);
const writeText = (file: string, text: string): void => {
  mkdirSync(dirname(path(file)), { recursive: true });
  writeFileSync(path(file), text);
};
/** A file with what the compiler made of it. */
const writeCompiled = (file: string, code: string): void => {
  writeText(file, '// The source.\n');
  writeText(join('build', file.replace(/ts$/, 'js')), code);
};
const problems = () => problemsThrownBy(() => resolveLandingZone(readProjectFiles(place)));
const problemsOf = (file: string) => problems().filter((problem) => problem.file === file);

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'landing-zone-project-'));
  place = { root, loaded: join(root, 'build'), extension: '.js' };
  writeSourceFile(root, { file: settingsFile, value: sampleSettings() });
  for (const account of sampleAccounts()) writeSourceFile(root, accountFile(account));
  writeSourceFile(root, { file: 'models/referral-triage.ts', value: sampleModelCard() });
  writeText(ledgerFile, JSON.stringify(deployedBefore));
  writeText(
    'queries/root-use.sql',
    '-- Root\r\n-- Answers: what\r\n-- Parameters: since\r\n-- Columns: a\r\nSELECT ?\r\n',
  );
});
afterEach(() => rmSync(place.root, { recursive: true }));

describe('a project', () => {
  it('is read whole: settings, accounts, model cards and audit queries, whatever their line ends', () => {
    const zone = resolveLandingZone(readProjectFiles(place));
    expect(zone.name).toBe('acme-ai');
    expect(zone.accounts).toHaveLength(sampleAccounts().length);
    expect(zone.modelCards.map(({ file }) => file)).toEqual(['models/referral-triage.ts']);
    expect(zone.auditQueries.map(({ name, sql }) => [name, sql.includes('\r')])).toEqual([['root-use', false]]);
  });

  it('has a control as soon as its file is there', () => {
    writeCompiled('controls/data/data-queue-kept.ts', 'exports.default = {};');
    expect(readProjectFiles(place).controls).toEqual([{ file: 'controls/data/data-queue-kept.ts', value: {} }]);
  });

  it('may have a page that explains a folder, and hidden files', () => {
    writeText('accounts/README.md', 'How we name accounts');
    writeText('accounts/.DS_Store', '');
    expect(problems()).toEqual([]);
  });

  it('does not have an account whose file was deleted, though its compiled file is still there', () => {
    writeText('build/accounts/gone.js', 'exports.default = {};');
    expect(readProjectFiles(place).accounts.map(({ file }) => file)).not.toContain('accounts/gone.ts');
  });

  it('does not go without settings', () => {
    rmSync(path(settingsFile));
    expect(problems()).toEqual([
      {
        file: settingsFile,
        field: 'the file',
        value: undefined,
        rule: 'the settings of the landing zone are in this file',
        fix: expect.stringContaining('defineLandingZone'),
      },
    ]);
  });
});

describe('a file that nobody would read', () => {
  it.each([
    ['accounts/team/research.ts', 'folder', 'is read from accounts/<name>.ts', 'move it to accounts/research.ts'],
    ['accounts/research.mts', 'file name', "ends with '.ts'", 'rename it to research.ts'],
    ['accounts/research.js', 'file name', "ends with '.ts'", 'rename it to research.ts'],
    ['accounts/research.json', 'file name', "ends with '.ts'", 'rename it to research.ts'],
    ['accounts/research.TS', 'file name', 'in lower case', 'rename it to research.ts'],
    ['models/2026/triage.ts', 'folder', 'is read from models/<name>.ts', 'move it to models/triage.ts'],
    ['controls/data-stray.ts', 'folder', 'is read from controls/<service>/<id>.ts', 'the folder of its service'],
    [
      'controls/data/deep/data-stray.ts',
      'folder',
      'is read from controls/<service>/<id>.ts',
      'the folder of its service',
    ],
    ['queries/root-use.txt', 'file name', "ends with '.sql'", 'rename it to root-use.sql'],
  ])('is said where it is %s', (file, field, rule, fix) => {
    writeText(file, 'export default {};\n');
    expect(problems()).toEqual([
      {
        file,
        field,
        value: expect.any(String),
        rule: expect.stringContaining(rule),
        fix: expect.stringContaining(fix),
      },
    ]);
  });

  it('is said where a link leads nowhere', () => {
    symlinkSync(path('nowhere.ts'), path('accounts/linked.ts'));
    expect(problems()).toMatchObject([
      { file: 'accounts/linked.ts', fix: 'rename the folder, repair the link, or remove it' },
    ]);
  });

  it('is said where it was not compiled', () => {
    writeText('accounts/research.ts', 'export default {};\n');
    expect(problems()).toMatchObject([{ file: 'accounts/research.ts', fix: 'npm run build' }]);
  });

  it.each(['exports.helper = 1;', 'module.exports = null;', 'exports.default = undefined;'])(
    'is said where it exports nothing by default: %s',
    (code) => {
      writeCompiled('accounts/helper.ts', code);
      expect(problems()).toMatchObject([
        {
          file: 'accounts/helper.ts',
          field: 'default export',
          rule: 'a file in accounts/ is an account, and exports it by default',
          fix: expect.stringContaining('export default defineAccount({ … })'),
        },
      ]);
    },
  );

  it('is said where it throws, beside every other problem', () => {
    writeCompiled('accounts/sandbox.ts', "throw new Error('no network');");
    writeSourceFile(place.root, accountFile({ ...sampleAccounts()[2], email: 'nobody' } as never));
    expect(problems().map(({ file, value }) => `${file} ${value}`)).toEqual([
      'accounts/sandbox.ts Error: no network',
      'accounts/security.ts nobody',
    ]);
  });
});

describe('what a file exports', () => {
  it.each([
    ['something that contains itself', 'const tags = {}; tags.tags = tags; exports.default = { tags };', 'tags.tags'],
    ['a key that is the prototype', 'exports.default = JSON.parse(\'{"tags":{"__proto__":"x"}}\');', 'tags.__proto__'],
  ])('is refused by name where it is %s', (_what, code, field) => {
    writeCompiled('accounts/odd.ts', code);
    expect(problemsOf('accounts/odd.ts')).toContainEqual(expect.objectContaining({ field }));
  });

  it.each([
    'exports.default = null;',
    'exports.default = 7;',
    'exports.default = [];',
    'exports.default = () => 1;',
    'exports.default = Promise.resolve({});',
    'exports.default = new Map();',
    'throw { toString: null };',
    'exports.default = { get name() { throw Object.create(null); } };',
    'let deep = {}; for (let i = 0; i < 1e5; i++) deep = { deep }; exports.default = deep;',
    "exports.default = { get name() { throw new Error('none'); } };",
    'exports.default = { get name() { return 1; }, toString: null };',
  ])('is refused and never crashes: %s', (code) => {
    writeCompiled('accounts/odd.ts', code);
    expect(problemsOf('accounts/odd.ts').length).toBeGreaterThan(0);
  });

  it('is refused where the function of a control throws', () => {
    writeCompiled('controls/data/data-odd.ts', "exports.default = () => { throw new Error('none'); };");
    expect(problems()).toMatchObject([{ file: 'controls/data/data-odd.ts', value: 'Error: none' }]);
  });
});

describe('the id of a control that went', () => {
  const controls = [{ id: 'data-lake-kept' }];

  it('is kept as soon as the catalog is written without it', () => {
    writeText('controls/retired.json', '["data-first"]');
    keepRetiredControls('### data-lake-kept\n\n### data-queue-kept\n', controls, place);
    expect(readRetiredControls(place).ids).toEqual(['data-first', 'data-queue-kept']);
    expect(readFileSync(path('controls/retired.json'), 'utf8')).toMatch(/\n$/);
  });

  it('is refused to another control', () => {
    const id = 'organization-close-account';
    writeText('controls/retired.json', `["${id}"]`);
    const { default: value } = require(`../../controls/organization/${id}`) as { default: unknown };
    writeSourceFile(place.root, { file: `controls/organization/${id}.ts`, value });
    expect(problems()).toMatchObject([{ field: 'id', value: id, rule: expect.stringContaining('never used again') }]);
  });

  it('is said to be unreadable where the list is broken', () => {
    writeText('controls/retired.json', '{');
    expect(problems()).toMatchObject([{ file: 'controls/retired.json', rule: 'must be a JSON list of ids' }]);
  });
});
