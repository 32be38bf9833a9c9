import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf, tryFindEngine } from '../../deployment/engine';
import {
  findProviderMirror,
  mirroredVersions,
  mirrorVariable,
  providerEnvironment,
} from '../../deployment/provider-mirror';
import { admits } from '../../schema/facts/provider-constraint';
import { providerLockFile } from '../../schema/facts/provider-lock';
import type { Json } from './json';

const engine = tryFindEngine();
const mirror = findProviderMirror();
const versions = mirror === undefined ? [] : mirroredVersions(mirror);

/** The version of the AWS provider in this machine's mirror that a constraint admits. */
const mirrored = (constraint: string): string | undefined => versions.find((version) => admits(constraint, version));

/** Why nothing can be validated with such a provider; undefined where it can. */
function obstacle(constraint: string): string | undefined {
  if (!engine) return `${programOf()} does not run`;
  if (mirrored(constraint)) return undefined;
  return `no AWS provider ${constraint} is mirrored (${mirrorVariable} names a folder that has one)`;
}

/** A suite that needs Terraform and such a provider; where either is missing it is skipped, and says why. */
export function describeWith(constraint: string, title: string, suite: () => void): void {
  const reason = obstacle(constraint);
  if (reason) process.stderr.write(`skipped: ${title}: ${reason}\n`);
  (reason ? describe.skip : describe)(title, suite);
}

/** A folder that Terraform was initialised in once, for whatever configuration is put into it; no backend is contacted. */
export class Validation {
  private readonly folder = mkdtempSync(join(tmpdir(), 'landing-zone-validate-'));
  private readonly environment = {
    CHECKPOINT_DISABLE: '1',
    ...(engine && providerEnvironment(engine, mirror, this.folder)),
  };

  /** @param lock the lock file that is there before Terraform begins. @default - none */
  constructor(constraint: string, lock?: string) {
    if (lock !== undefined) writeFileSync(join(this.folder, providerLockFile), lock);
    const aws = { source: 'hashicorp/aws', version: mirrored(constraint) };
    this.write({ terraform: { required_providers: { aws } } });
    const { stderr } = this.run('init', '-backend=false', '-input=false', '-no-color');
    if (stderr) throw new Error(stderr);
  }

  /** Errors and warnings of `terraform validate`, each in one line. */
  diagnose(configuration: Json): string[] {
    this.write(configuration);
    const { diagnostics } = JSON.parse(this.run('validate', '-json').stdout) as {
      diagnostics: { severity: string; summary: string; detail: string; address?: string }[];
    };
    return diagnostics.map(({ severity, address, summary, detail }) =>
      [severity, address, summary, detail].filter(Boolean).join(': '),
    );
  }

  /** The lock file as Terraform left it. */
  lock = (): string => readFileSync(join(this.folder, providerLockFile), 'utf8');

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private write(configuration: Json): void {
    writeFileSync(join(this.folder, 'cdk.tf.json'), JSON.stringify(configuration));
  }

  private run(...args: string[]): { readonly stdout: string; readonly stderr: string } {
    const env = { ...process.env, ...this.environment };
    return spawnSync(programOf(), args, { cwd: this.folder, env, encoding: 'utf8' });
  }
}
