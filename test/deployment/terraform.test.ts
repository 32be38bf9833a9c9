import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Terraform } from '../../deployment/terraform';

describe('Terraform in the folder of a stack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-terraform-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Terraform that is a shell script of ours. */
  function terraform(script: string, niceness?: number, outlivesUs?: boolean): Terraform {
    const program = join(folder, 'terraform');
    writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return new Terraform({
      program,
      directory: folder,
      stack: 'security',
      stateFile: join(folder, 'security.tfstate'),
      environment: process.env,
      logFile: join(folder, 'security.log'),
      ...(niceness !== undefined && { niceness }),
      outlivesUs,
    });
  }

  it('tells the errors of a command that failed, not the plan before them, and where the rest is', async () => {
    const failing = terraform(`printf '%s\\n' 'Plan: 2 to add' '' 'Error: no key' '' 'Error: no bucket' >&2; exit 1`);
    await expect(failing.apply()).rejects.toThrow(
      /^terraform apply of security failed \(exit code 1\):\n\nError: no key\n\nError: no bucket\n\nAll of it is in .*security\.log$/,
    );
  });

  it('tells everything where a command failed without an error of its own', async () => {
    await expect(terraform('echo Killed >&2; exit 137').init()).rejects.toThrow(/\(exit code 137\):\n\nKilled\n/);
  });

  it('begins again where a busy machine did not let a provider start in time, once', async () => {
    const late = `echo begun >> '${folder}/begun'; echo 'timeout while waiting for plugin to start.' >&2; exit 1`;
    await expect(terraform(late).apply()).rejects.toThrow('timeout while waiting for plugin to start');
    expect(readFileSync(join(folder, 'begun'), 'utf8')).toBe('begun\nbegun\n');
  });

  it('drops the checksums of the provider once it is installed, because every command would compute them again', async () => {
    const lock = join(folder, '.terraform.lock.hcl');
    const locked = `provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.100.0"\n  hashes = [\n    "h1:a=",\n    "zh:b",\n  ]\n}\n`;
    writeFileSync(lock, locked);
    await terraform('exit 0').init();
    expect(readFileSync(lock, 'utf8')).toBe(
      'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.100.0"\n}\n',
    );
  });

  it('writes its log itself where it is to outlive us, because a pipe to us would end it, and leaves the checksums', async () => {
    const lock = join(folder, '.terraform.lock.hcl');
    const locked = 'provider "registry.terraform.io/hashicorp/aws" {\n  hashes = [\n    "h1:a=",\n  ]\n}\n';
    writeFileSync(lock, locked);
    const script = `[ -p /dev/stdout ] && echo a pipe; [ -f /dev/stdout ] && echo a file; echo 'Error: one' >&2`;
    const { output } = await terraform(script, undefined, true).run('plan');
    expect(output).toBe('a file\nError: one\n');
    expect(readFileSync(join(folder, 'security.log'), 'utf8').endsWith(output)).toBe(true);
    await terraform('exit 0', undefined, true).init();
    expect(readFileSync(lock, 'utf8')).toBe(locked);
  });

  it('logs no plan that it reads, because that holds secrets', async () => {
    const showing = terraform(`echo '{"resource_changes":[],"variables":"hunter2"}'`);
    await showing.readPlan('saved');
    expect(readFileSync(join(folder, 'security.log'), 'utf8')).not.toContain('hunter2');
  });

  it('runs with the niceness that it was given, and so does all that it starts', async () => {
    const { output } = await terraform('sleep 0.1; sh -c nice', 19).run();
    expect(output).toBe('19\n');
  });

  it('reads a saved plan, whatever Terraform warns of around it', async () => {
    const shown = terraform(
      `[ "$*" = 'show -json saved' ] && printf '%s\\n' 'Warning: old' '{"resource_changes":[]}' 'Done'`,
    );
    expect(await shown.readPlan('saved')).toEqual({ resource_changes: [] });
  });

  it('answers how a plan ended that it saved, and does not throw where it was refused', async () => {
    const { code, output } = await terraform(`echo "$@"; exit 1`).savePlan('saved');
    expect([code, output]).toEqual([1, 'plan -out=saved -input=false -no-color\n']);
  });

  it('keeps what an apply that was cut off left tainted, and nothing else', async () => {
    const resource = (mode: string, type: string, name: string, status?: string) => ({
      mode,
      type,
      name,
      instances: [{ status }],
    });
    const resources = [
      resource('managed', 'aws_kms_key', 'audit-key', 'tainted'),
      resource('managed', 'aws_s3_bucket', 'audit-results'),
      resource('data', 'aws_caller_identity', 'current', 'tainted'),
    ];
    writeFileSync(join(folder, 'security.tfstate'), JSON.stringify({ resources }));
    await terraform(`echo "$@" >> ${join(folder, 'calls')}`).untaint();
    expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe('untaint -no-color aws_kms_key.audit-key\n');
  });
});
