import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const project = mkdtempSync(join(tmpdir(), 'landing-zone-generate-'));
const path = (...parts: string[]): string => join(project, ...parts);
const zips = ['config-rules', 'findings-digest'].map((name) => path(`lambda/${name}.zip`));
beforeEach(() => {
  mkdirSync(path('lambda/digest'), { recursive: true });
  for (const entry of ['lambda/handler.ts', 'lambda/digest/handler.ts'])
    writeFileSync(path(entry), 'export const handler = 1;\n');
  for (const each of zips) writeFileSync(each, before);
});
afterEach(() => rmSync(path('lambda'), { recursive: true }));
beforeAll(() => symlinkSync(join(root, 'node_modules'), path('node_modules')));
afterAll(() => rmSync(project, { recursive: true }));

/** Generates where compiling and checking ends with a code. */
function generate(code: number, ...args: string[]) {
  const script = `import { generate } from ${JSON.stringify(join(root, 'cli/generate/generate.mjs'))};
    await generate(${JSON.stringify(project)}, async () => { process.exitCode = ${code}; }, ${JSON.stringify(args)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return { status, stderr };
}
const before = 'the package before';
const written = () => zips.map((zip) => readFileSync(zip, 'latin1'));

jest.setTimeout(60_000);

describe('generate', () => {
  it('writes the packages of the functions, and says so', () => {
    expect(generate(0)).toEqual({
      status: 0,
      stderr: 'Written: lambda/config-rules.zip\nWritten: lambda/findings-digest.zip\n',
    });
    for (const content of written()) expect(content).toContain('handler');
    expect(generate(0)).toEqual({ status: 0, stderr: '' });
  });

  it('leaves the packages as they were where a control is wrong', () => {
    expect(generate(1).status).toBe(1);
    expect(written()).toEqual([before, before]);
  });

  it('says what is stale and writes nothing with --check', () => {
    const { status, stderr } = generate(0, '--check');
    expect(status).toBe(2);
    expect(stderr).toContain('lambda/config-rules.zip is stale');
    expect(stderr).toContain('lambda/findings-digest.zip is stale');
    expect(written()).toEqual([before, before]);
  });
});
