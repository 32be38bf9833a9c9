import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programVariable, tryFindEngine } from '../../deployment/engine';

describe('the engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-engine-'));
  const before = process.env;

  /** A program on the PATH that says this of itself. */
  function install(program: string, version: string): void {
    writeFileSync(join(folder, program), `#!/bin/sh\necho '${version}'\n`, { mode: 0o755 });
  }

  beforeAll(() => {
    install('terraform', 'Terraform v1.11.4');
    install('tofu', 'OpenTofu v1.12.6');
    install('open-terraform', '\nWarning: Unable to open CLI configuration file\n\nOpenTofu v1.12.6');
    install('terragrunt', 'terragrunt version v0.80.0');
  });

  beforeEach(() => {
    const { [programVariable]: _, ...others } = before;
    jest.replaceProperty(process, 'env', { ...others, PATH: `${folder}:${others.PATH}` });
  });

  afterEach(() => jest.restoreAllMocks());
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is Terraform where nobody says otherwise', () => {
    expect(tryFindEngine()).toEqual({
      name: 'terraform',
      program: 'terraform',
      registry: 'registry.terraform.io',
      version: '1.11.4',
    });
  });

  it('is the one of the settings, before which the variable of CDKTF goes, before which the option goes', () => {
    expect(tryFindEngine(undefined, 'tofu')?.program).toBe('tofu');
    process.env[programVariable] = join(folder, 'terraform');
    expect(tryFindEngine(undefined, 'tofu')?.name).toBe('terraform');
    expect(tryFindEngine('tofu', 'terraform')?.program).toBe('tofu');
  });

  it('is what the program says that it is, whatever the program is called', () => {
    process.env[programVariable] = 'open-terraform';
    expect(tryFindEngine()).toEqual({
      name: 'tofu',
      program: 'open-terraform',
      registry: 'registry.opentofu.org',
      version: '1.12.6',
    });
  });

  it('is none where the program is another, is not there, or is not the one that the option names', () => {
    process.env[programVariable] = 'terragrunt';
    expect(tryFindEngine()).toBeUndefined();
    process.env[programVariable] = join(folder, 'absent');
    expect(tryFindEngine()).toBeUndefined();
    install('tofu', 'Terraform v1.11.4');
    expect(tryFindEngine('tofu')).toBeUndefined();
  });
});
