import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { madeOfOutput } from '../../schema/facts/made-of';
import { moveProject, temporaryFolder, tryInstall } from './moved-project';

const above = temporaryFolder();
const obstacle = tryInstall(above);
if (obstacle) process.stderr.write(`skipped: CDK Terrain: ${obstacle}\n`);

const minutes = 60_000;

/** Runs a program of the project to its end; its output where it fails. */
function run(folder: string, program: string, args: readonly string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

/** The files of an output folder, parsed, without what names the framework and its version. */
function outputOf(folder: string): Record<string, unknown> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(files.sort().map((file) => [file, neutral(readFileSync(join(folder, file), 'utf8'))]));
}

/**
 * The one difference that is meant: the bindings name the provider with its owner, which is what `aws` is short for. What a stack says that
 * it is made of is the hash of its file, the name of the framework in it.
 */
const neutral = (json: string): unknown =>
  JSON.parse(json, (key, value) => {
    if (key === 'source' && value === 'hashicorp/aws') return 'aws';
    if (key === madeOfOutput && value.input) return { ...value, input: { ...value.input, configuration: 'the file' } };
    return key === 'version' && (value === '0.21.0' || value === '0.24.0') ? 'the framework' : value;
  });

(obstacle ? describe.skip : describe)('on CDK Terrain, with import lines moved and nothing else,', () => {
  const moved = obstacle ? { folder: '', lines: 0 } : moveProject(above);

  afterAll(() => rmSync(above, { recursive: true }));

  it(
    'the project compiles',
    () => {
      process.stderr.write(`CDK Terrain: ${moved.lines} lines changed\n`);
      expect(moved.lines).toBeGreaterThan(100);
      expect(run(moved.folder, process.execPath, ['cli/build.mjs'])).toBe('');
    },
    3 * minutes,
  );

  it(
    'the sample synthesizes to the same files, but for the name of the provider',
    () => {
      const ours = join(above, 'ours');
      const theirs = join(above, 'theirs');
      const root = join(__dirname, '../..');
      expect(run(root, process.execPath, ['cli/bin.mjs', 'synth'], { CDKTF_OUTDIR: ours })).toBe('');
      expect(run(moved.folder, process.execPath, ['cli/bin.mjs', 'synth'], { CDKTF_OUTDIR: theirs })).toBe('');
      const files = outputOf(ours);
      expect(Object.keys(files).length).toBeGreaterThan(10);
      expect(outputOf(theirs)).toEqual(files);
    },
    3 * minutes,
  );

  it(
    'a token carries no stack trace, which is tested by its effect and not by the patch',
    () => {
      const jest = join(moved.folder, 'node_modules/jest/bin/jest.js');
      const effect = ['test/stacks/kernel/stack-traces', '--selectProjects=engines', '-t', 'carries no stack trace'];
      expect(run(moved.folder, process.execPath, [jest, ...effect])).toBe('');
    },
    3 * minutes,
  );
});
