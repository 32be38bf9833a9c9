import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
/** A project of two rooms. */
const project = mkdtempSync(join(tmpdir(), 'landing-zone-build-'));
const path = (...parts: string[]): string => join(project, ...parts);
const put = (file: string, text: string): void => writeFileSync(path(file), text);
const built = (file: string): string => readFileSync(path('build', file), 'utf8');

beforeAll(() => {
  symlinkSync(join(root, 'node_modules'), path('node_modules'));
  for (const room of ['accounts', 'schema']) mkdirSync(path(room));
  const compilerOptions = {
    ...JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).compilerOptions,
    ...JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8')).compilerOptions,
  };
  put('tsconfig.build.json', JSON.stringify({ compilerOptions, include: ['main.ts', 'accounts', 'schema'] }));
  put('main.ts', "import { name } from './schema/name';\nconsole.log(name);\n");
  put('schema/name.ts', "export const name: string = 'a';\n");
  put('accounts/first.ts', 'export default 1;\n');
});
afterAll(() => rmSync(project, { recursive: true }));

/** Freshens the build in a process of its own, or makes one in spite of type errors. */
function freshen(make = 'freshenBuild'): Promise<{ readonly fresh: boolean; readonly stderr: string }> {
  const script = `import * as builds from ${JSON.stringify(join(root, 'cli/fresh-build.mjs'))};
    process.stdout.write(String(builds.${make}(${JSON.stringify(project)})));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const seen = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    seen.stdout += data;
  });
  child.stderr.on('data', (data) => {
    seen.stderr += data;
  });
  return new Promise((resolve) =>
    child.on('close', () => resolve({ fresh: seen.stdout === 'true', stderr: seen.stderr })),
  );
}

jest.setTimeout(60_000);

describe('the build', () => {
  it('is made once where several processes want it at the same time, and is whole for each', async () => {
    const outcomes = await Promise.all([freshen(), freshen(), freshen()]);
    expect(outcomes).toEqual(Array.from({ length: 3 }, () => ({ fresh: true, stderr: '' })));
    expect(built('main.js')).toContain('require("./schema/name")');
    expect(
      readdirSync(path('build'))
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual(['accounts', 'main.js', 'schema']);
    expect(existsSync(path('build/.lock'))).toBe(false);
  });

  it('is left alone while no source changes', async () => {
    // The compiler would put it right.
    writeFileSync(path('build/schema/name.js'), 'untouched');
    expect((await freshen()).fresh).toBe(true);
    expect(built('schema/name.js')).toBe('untouched');
  });

  it('has what changed, and only that is written again', async () => {
    writeFileSync(path('build/accounts/first.js'), 'untouched');
    put('schema/name.ts', "export const name: string = 'changed';\n");
    expect((await freshen()).fresh).toBe(true);
    expect(built('schema/name.js')).toContain("'changed'");
    expect(built('accounts/first.js')).toBe('untouched');
  });

  it('has no output whose source is gone', async () => {
    mkdirSync(path('schema/deep'));
    put('schema/deep/second.ts', 'export default 2;\n');
    put('accounts/second.ts', 'export default 2;\n');
    await freshen();
    for (const file of ['accounts/second.js', 'schema/deep/second.js'])
      expect(existsSync(path('build', file))).toBe(true);
    rmSync(path('accounts/second.ts'));
    rmSync(path('schema/deep'), { recursive: true });
    expect((await freshen()).fresh).toBe(true);
    expect(existsSync(path('build/accounts/second.js'))).toBe(false);
    expect(existsSync(path('build/schema/deep'))).toBe(false);
    expect(existsSync(path('build/accounts/first.js'))).toBe(true);
  });

  it('is made where one of the folders that people write in is not there', async () => {
    const include = ['main.ts', 'accounts', 'models', 'schema'];
    put(
      'tsconfig.build.json',
      JSON.stringify({ ...JSON.parse(readFileSync(path('tsconfig.build.json'), 'utf8')), include }),
    );
    expect(await freshen()).toEqual({ fresh: true, stderr: '' });
  });

  it('stays as it is where a source has a type error, which is told until it is mended', async () => {
    put('schema/name.ts', 'export const name: string = 1;\n');
    for (const _ of [1, 2]) {
      const { fresh, stderr } = await freshen();
      expect(fresh).toBe(false);
      expect(stderr).toContain('schema/name.ts(1,14): error TS2322');
    }
    expect(built('schema/name.js')).toContain("'changed'");
    put('schema/name.ts', "export const name: string = 'mended';\n");
    expect((await freshen()).fresh).toBe(true);
    expect(built('schema/name.js')).toContain("'mended'");
  });

  it('is drafted where only what people write has type errors, and counts as stale until those are gone', async () => {
    put('accounts/first.ts', 'export default 1;\nexport const wrong: string = 1;\n');
    expect((await freshen()).fresh).toBe(false);
    expect(built('accounts/first.js')).not.toContain('wrong');
    expect((await freshen('draftBuild')).fresh).toBe(true);
    expect(built('accounts/first.js')).toContain('wrong = 1');
    expect((await freshen()).fresh).toBe(false);
    put('schema/name.ts', 'export const name: string = 1;\n');
    expect((await freshen('draftBuild')).fresh).toBe(false);
    put('schema/name.ts', "export const name: string = 'mended';\n");
    put('accounts/first.ts', 'export default 1;\n');
    expect((await freshen()).fresh).toBe(true);
    expect(built('accounts/first.js')).not.toContain('wrong');
  });

  it('is made although a process that made it was killed with the lock in its hand', async () => {
    writeFileSync(path('build/.lock'), '999999999');
    utimesSync(path('main.ts'), new Date(), new Date(Date.now() + 5_000));
    expect((await freshen()).fresh).toBe(true);
    expect(existsSync(path('build/.lock'))).toBe(false);
  });

  it('has what a process that was killed had compiled and not yet moved', async () => {
    mkdirSync(path('build/.incoming/accounts'), { recursive: true });
    writeFileSync(path('build/.incoming/accounts/first.js'), 'compiled before');
    utimesSync(path('main.ts'), new Date(), new Date(Date.now() + 9_000));
    await freshen();
    expect(built('accounts/first.js')).toBe('compiled before');
  });
});
