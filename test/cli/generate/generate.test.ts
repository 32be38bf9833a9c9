import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const project = mkdtempSync(join(tmpdir(), 'landing-zone-generate-'));
const path = (...parts: string[]): string => join(project, ...parts);
const index = path('controls/index.ts');
beforeEach(() => {
  for (const folder of ['controls/data', 'lambda']) mkdirSync(path(folder), { recursive: true });
  writeFileSync(index, 'the registry before');
  writeFileSync(path('controls/retired.json'), '[]\n');
  writeFileSync(path('controls/data/data-kept.ts'), 'export default {};\n');
  writeFileSync(path('lambda/handler.ts'), 'export const handler = 1;\n');
  writeFileSync(path('lambda/config-rules.zip'), 'the package before');
});
afterEach(() => {
  for (const folder of ['controls', 'lambda']) rmSync(path(folder), { recursive: true });
});
beforeAll(() => symlinkSync(join(root, 'node_modules'), path('node_modules')));
afterAll(() => rmSync(project, { recursive: true }));

/** Generates where compiling and checking ends with a code. */
function generate(code: number, ...args: string[]) {
  const script = `import { generate } from ${JSON.stringify(join(root, 'cli/generate/generate.mjs'))};
    await generate(${JSON.stringify(project)}, async () => { process.exitCode = ${code}; }, ${JSON.stringify(args)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return { status, stderr };
}
const written = () => [index, path('lambda/config-rules.zip')].map((file) => readFileSync(file, 'latin1'));
const before = ['the registry before', 'the package before'];

jest.setTimeout(60_000);

describe('generate', () => {
  it('writes registry and package, and says so', () => {
    const { status, stderr } = generate(0);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'Written: controls/index.ts\nWritten: lambda/config-rules.zip\n',
    });
    expect(readFileSync(index, 'utf8')).toContain("file('data/data-kept', dataKept)");
    expect(generate(0)).toEqual({ status: 0, stderr: '' });
  });

  it('leaves both as they were where a control is wrong', () => {
    expect(generate(1).status).toBe(1);
    expect(written()).toEqual(before);
  });

  it('leaves both as they were where a file is no control', () => {
    writeFileSync(path('controls/data/notes.txt'), '');
    const { status, stderr } = generate(0);
    expect(status).toBe(1);
    expect(stderr).toContain('data/notes.txt is not a control');
    expect(written()).toEqual(before);
  });

  it('says what is stale and writes nothing with --check', () => {
    const { status, stderr } = generate(0, '--check');
    expect(status).toBe(2);
    expect(stderr).toContain('controls/index.ts is stale');
    expect(stderr).toContain('lambda/config-rules.zip is stale');
    expect(written()).toEqual(before);
  });
});
