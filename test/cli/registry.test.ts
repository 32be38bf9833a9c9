import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A project with nothing but controls, and the script that keeps their registry. */
const project = mkdtempSync(join(tmpdir(), 'landing-zone-registry-'));
const path = (...parts: string[]): string => join(project, ...parts);
const add = (service: string, id: string): void => {
  mkdirSync(path('controls', service), { recursive: true });
  writeFileSync(path('controls', service, `${id}.ts`), 'export default {};\n');
};
const run = (...options: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [path('cli/registry.mjs'), ...options], { encoding: 'utf8' });
  return { status, stderr };
};
const registry = (): string => readFileSync(path('controls/index.ts'), 'utf8');
const retired = (): unknown => JSON.parse(readFileSync(path('controls/retired.json'), 'utf8'));
const done = { status: 0, stderr: '' };

beforeAll(() => {
  mkdirSync(path('cli'));
  copyFileSync(join(__dirname, '../../cli/registry.mjs'), path('cli/registry.mjs'));
  add('data', 'data-queue-kept');
  writeFileSync(path('controls/index.ts'), '');
  writeFileSync(path('controls/retired.json'), '[]');
});
afterAll(() => rmSync(project, { recursive: true }));

describe('the registry of controls', () => {
  it('has a new control as soon as its file is there', () => {
    expect(run()).toEqual(done);
    add('bedrock', 'bedrock-model-named');
    expect(run()).toEqual(done);
    expect(registry()).toContain("import bedrockModelNamed from './bedrock/bedrock-model-named';");
    expect(registry()).toContain(
      "  file('bedrock/bedrock-model-named', bedrockModelNamed),\n  file('data/data-queue-kept'",
    );
  });

  it('is said to be stale, and left as it is, where it is only checked', () => {
    expect(run('--check')).toEqual(done);
    const before = registry();
    add('data', 'data-queue-named');
    expect(run('--check')).toEqual({ status: 1, stderr: expect.stringContaining('npm run generate') });
    expect(registry()).toBe(before);
    expect(run()).toEqual(done);
  });

  it.each(['data-stray.ts', 'data/deep/data-stray.ts'])('refuses %s, which it would not find', (file) => {
    mkdirSync(dirname(path('controls', file)), { recursive: true });
    writeFileSync(path('controls', file), 'export default {};\n');
    expect(run()).toEqual({ status: 1, stderr: expect.stringContaining(`${file} is no control`) });
    rmSync(path('controls', file));
  });

  it('keeps the id of a control that went, and refuses it to another one', () => {
    rmSync(path('controls/data/data-queue-kept.ts'));
    expect(run()).toEqual(done);
    expect(retired()).toEqual(['data-queue-kept']);
    expect(registry()).not.toContain('data-queue-kept');
    const before = registry();
    add('data', 'data-queue-kept');
    expect(run()).toEqual({ status: 1, stderr: expect.stringContaining('data-queue-kept was retired') });
    expect(registry()).toBe(before);
  });
});
