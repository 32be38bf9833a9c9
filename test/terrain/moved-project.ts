import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(__dirname, '../..');

/** What the imports move to: CDK Terrain, the successor of CDKTF, with its bindings of the AWS provider (6.66). */
const successors = ['cdktn@0.24.0', '@cdktn/provider-aws@25.7.0', 'constructs@<10.8.0'];
/** Packages of ours that the successors replace. */
const replaced = ['cdktf', 'cdktf-cli', '@cdktf', 'constructs'];
const left = ['.git', 'node_modules', 'build', 'cdktf.out', 'state', '.rehearsal'];

/** A copy of the project whose imports are those of CDK Terrain. */
export interface MovedProject {
  /** Its folder; the packages that replace CDKTF are in the folder above. */
  readonly folder: string;
  /** Lines that had to change. */
  readonly lines: number;
}

/** Why the successors cannot be installed here; undefined where they are, in the folder. */
export function tryInstall(folder: string): string | undefined {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const flags = ['--no-fund', '--no-audit', '--ignore-scripts', '--fetch-retries=0'];
  const { status, stderr } = spawnSync('npm', ['install', ...flags, ...successors], { cwd: folder, encoding: 'utf8' });
  if (status === 0) keepBindingsOfTfe(join(folder, 'node_modules'));
  return status === 0 ? undefined : `npm cannot install ${successors.join(', ')}: ${stderr.trim().split('\n')[0]}`;
}

/** HCP Terraform's provider has no bindings of CDK Terrain: those of CDKTF find it where they look for CDKTF. */
function keepBindingsOfTfe(packages: string): void {
  cpSync(join(root, 'node_modules/@cdktf/provider-tfe'), join(packages, '@cdktf/provider-tfe'), { recursive: true });
  symlinkSync('cdktn', join(packages, 'cdktf'));
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'landing-zone-terrain-'));

/** Copies the project below a folder that has the successors, and moves its import lines, nothing else. */
export function moveProject(above: string): MovedProject {
  const folder = join(above, 'project');
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => !left.includes(relative(root, path).split('/')[0] ?? ''),
  });
  linkPackages(folder);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|mjs)$/.test(file) && !file.startsWith('node_modules'),
  );
  const lines = files.map((file) => moveImports(join(folder, file))).reduce((sum, count) => sum + count, 0);
  return { folder, lines };
}

/** Ours but for what is replaced, which is then found in the folder above. */
function linkPackages(folder: string): void {
  const ours = join(root, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(ours).filter((each) => !replaced.includes(each)))
    symlinkSync(join(ours, name), join(folder, 'node_modules', name));
}

function moveImports(file: string): number {
  const before = readFileSync(file, 'utf8').split('\n');
  const after = before.map((line) =>
    line.replace(/'@cdktf\/provider-aws(?=['/])/g, "'@cdktn/provider-aws").replace(/'cdktf(?=['/])/g, "'cdktn"),
  );
  const changed = after.filter((line, index) => line !== before[index]).length;
  if (changed > 0) writeFileSync(file, after.join('\n'));
  return changed;
}
