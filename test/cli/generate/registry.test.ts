import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A project with nothing but controls. */
const project = mkdtempSync(join(tmpdir(), 'landing-zone-registry-'));
const path = (...parts: string[]): string => join(project, ...parts);
const add = (service: string, id: string): void => {
  mkdirSync(path('controls', service), { recursive: true });
  writeFileSync(path('controls', service, `${id}.ts`), 'export default {};\n');
};
/** Answers what is wrong, or writes what is to be written. */
const run = (): string | undefined => {
  const script = `import { registryFiles } from ${JSON.stringify(join(__dirname, '../../../cli/generate/registry.mjs'))};
    process.stdout.write(JSON.stringify(registryFiles(${JSON.stringify(project)})));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const { problem, files } = JSON.parse(stdout);
  for (const file of files) writeFileSync(file.path, file.content);
  return problem;
};
const registry = (): string => readFileSync(path('controls/index.ts'), 'utf8');
const retired = (): unknown => JSON.parse(readFileSync(path('controls/retired.json'), 'utf8'));

beforeAll(() => {
  add('data', 'data-queue-kept');
  writeFileSync(path('controls/index.ts'), '');
  writeFileSync(path('controls/retired.json'), '[]');
});
afterAll(() => rmSync(project, { recursive: true }));

describe('the registry of controls', () => {
  it('has a new control as soon as its file is there', () => {
    expect(run()).toBeUndefined();
    add('bedrock', 'bedrock-model-named');
    expect(run()).toBeUndefined();
    expect(registry()).toContain("import bedrockModelNamed from './bedrock/bedrock-model-named';");
    expect(registry()).toContain(
      "  file('bedrock/bedrock-model-named', bedrockModelNamed),\n  file('data/data-queue-kept'",
    );
  });

  it.each(['data-stray.ts', 'data/deep/data-stray.ts'])('refuses %s, which it would not find', (file) => {
    mkdirSync(dirname(path('controls', file)), { recursive: true });
    writeFileSync(path('controls', file), 'export default {};\n');
    expect(run()).toContain(`${file} is not a control`);
    rmSync(path('controls', file));
  });

  it('keeps the id of a control that went, and refuses it to another one', () => {
    rmSync(path('controls/data/data-queue-kept.ts'));
    expect(run()).toBeUndefined();
    expect(retired()).toEqual(['data-queue-kept']);
    expect(registry()).not.toContain('data-queue-kept');
    const before = registry();
    add('data', 'data-queue-kept');
    expect(run()).toContain('data-queue-kept was retired');
    expect(registry()).toBe(before);
  });
});
