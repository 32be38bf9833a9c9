import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { environmentFor } from '../../../cli/deploy/engine-environment';
import type { Engine } from '../../../deployment/engine';

const engineOf = (name: Engine['name']): Engine => ({
  name,
  program: name,
  registry: 'registry.terraform.io',
  version: '1.11.4',
});

describe('the environment of an engine', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'landing-zone-environment-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const of = (name: Engine['name'], env: NodeJS.ProcessEnv = {}) =>
    environmentFor(engineOf(name), join(root, 'engine'), { env, home: root, findMirror: () => join(root, 'mirror') });

  it('names a mirror that was found, where the person has configured nothing', () => {
    const { environment, sharesCache } = of('terraform');
    expect([environment.TF_CLI_CONFIG_FILE, sharesCache]).toEqual([join(root, 'engine', 'cli.tfrc'), false]);
  });

  it.each([
    ['terraform', '.terraformrc'],
    ['tofu', '.tofurc'],
    ['tofu', '.config/opentofu/tofurc'],
    ['tofu', '.terraformrc'],
  ] as const)('leaves %s the %s of the person, although a mirror was found', (name, file) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
    const { environment, sharesCache } = of(name);
    expect(environment.TF_CLI_CONFIG_FILE).toBeUndefined();
    expect([environment.TF_PLUGIN_CACHE_DIR, sharesCache]).toEqual([join(root, 'engine'), true]);
  });

  it('leaves the file and the cache that the person names', () => {
    const own = join(root, 'own.tfrc');
    writeFileSync(own, '');
    expect(of('terraform', { TF_CLI_CONFIG_FILE: own }).environment.TF_CLI_CONFIG_FILE).toBe(own);
    expect(of('terraform', { TF_PLUGIN_CACHE_DIR: root }).environment.TF_PLUGIN_CACHE_DIR).toBe(root);
  });
});
