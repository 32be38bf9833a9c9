import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../deployment/engine';
import { mirroredVersions, providerEnvironment } from '../../deployment/provider-mirror';

const terraform: Engine = {
  name: 'terraform',
  program: 'terraform',
  registry: 'registry.terraform.io',
  version: '1.11.4',
};
const tofu: Engine = { name: 'tofu', program: 'tofu', registry: 'registry.opentofu.org', version: '1.12.6' };

describe('a mirror of the AWS provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-mirror-'));
  const mirror = join(folder, 'plugins');
  const file = 'hashicorp/aws/5.100.0/linux_amd64/terraform-provider-aws_v5.100.0_x5';

  beforeAll(() => {
    const path = join(mirror, 'registry.terraform.io', file);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, 'a provider', { mode: 0o755 });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The CLI configuration that an engine is given. */
  function configuration(engine: Engine): string {
    const { TF_CLI_CONFIG_FILE: path = '' } = providerEnvironment(engine, mirror, folder);
    return readFileSync(path, 'utf8');
  }

  it('tells its versions, and none where it has no such provider', () => {
    expect(mirroredVersions(mirror)).toEqual(['5.100.0']);
    expect(mirroredVersions(folder)).toEqual([]);
  });

  it('is used as it is by the engine whose host it has', () => {
    const text = configuration(terraform);
    expect(text).toContain(`path    = "${mirror}"`);
    expect(text).toContain('include = ["registry.terraform.io/hashicorp/aws"]');
    expect(text).toContain('exclude = ["registry.terraform.io/hashicorp/aws"]');
  });

  it('serves the other engine under its own host, with files and not with links to folders', () => {
    const text = configuration(tofu);
    const made = join(folder, 'mirror', 'registry.opentofu.org', file);
    expect(text).toContain(`path    = "${join(folder, 'mirror')}"`);
    expect(text).toContain('include = ["registry.opentofu.org/hashicorp/aws"]');
    expect(readFileSync(made, 'utf8')).toBe('a provider');
    expect(lstatSync(join(made, '..')).isDirectory()).toBe(true);
    expect(statSync(made).mode & 0o111).not.toBe(0);
  });

  it('is made once: a second run finds it there', () => {
    expect(configuration(tofu)).toBe(configuration(tofu));
  });

  it('leaves the configuration of the person alone where there is none', () => {
    expect(providerEnvironment(tofu, undefined, folder)).toEqual({});
  });
});
