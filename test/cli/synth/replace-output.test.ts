import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { replaceOutput } from '../../../cli/synth/replace-output';

const project = mkdtempSync(join(tmpdir(), 'landing-zone-output-'));
const outdir = join(project, 'cdktf.out');
afterEach(() => {
  for (const name of readdirSync(project)) rmSync(join(project, name), { recursive: true });
});
afterAll(() => rmSync(project, { recursive: true }));

const put = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
};
const stack = (name: string, text = '{}') => ({ [`stacks/${name}/cdk.tf.json`]: text });
const read = (file: string): string => readFileSync(join(outdir, file), 'utf8');
const synth = (files: Readonly<Record<string, string>>) =>
  replaceOutput(outdir, (folder) => put(folder, { 'manifest.json': '{}', ...files }));

describe('an output folder', () => {
  it('holds what was written, and nothing else is left beside it', () => {
    expect(synth({ ...stack('b'), ...stack('a') })).toEqual({
      stacks: ['a', 'b'],
      changed: ['manifest.json', 'stacks/a/cdk.tf.json', 'stacks/b/cdk.tf.json'],
      gone: [],
    });
    expect(readdirSync(project)).toEqual(['cdktf.out']);
  });

  it('keeps what Terraform and people put beside the stacks', () => {
    const theirs = {
      'stacks/a/.terraform.lock.hcl': 'lock',
      'stacks/a/.terraform/providers/aws': 'provider',
      'stacks/a/terraform.tfstate': 'state',
      'notes.txt': 'notes',
    };
    synth(stack('a'));
    put(outdir, theirs);
    expect(synth(stack('a', '{"resource":{}}')).changed).toEqual(['stacks/a/cdk.tf.json']);
    for (const [file, text] of Object.entries(theirs)) expect(read(file)).toBe(text);
    expect(read('stacks/a/cdk.tf.json')).toBe('{"resource":{}}');
  });

  it('loses the files of a stack that is no stack any more, but not its state, and the stack is named', () => {
    synth({ ...stack('a'), ...stack('old'), ...stack('older'), 'stacks/old/assets/code/1/a.zip': 'zip' });
    put(outdir, { 'stacks/old/terraform.tfstate': 'state' });
    expect(synth(stack('a')).gone).toEqual(['old', 'older']);
    expect(readdirSync(join(outdir, 'stacks')).sort()).toEqual(['a', 'old']);
    expect(readdirSync(join(outdir, 'stacks/old'))).toEqual(['terraform.tfstate']);
  });

  describe('with a lock file of the provider', () => {
    const lock = (version: string, constraint = version, more = '') =>
      `provider "registry.terraform.io/hashicorp/aws" {\n  version     = "${version}"\n  constraints = "${constraint}"\n${more}}\n`;
    const locked = (name: string, text: string) => ({ ...stack(name), [`stacks/${name}/.terraform.lock.hcl`]: text });
    const file = 'stacks/a/.terraform.lock.hcl';

    it('keeps the checksums that Terraform added, until the provider is another', () => {
      const added = lock('5.100.0', '5.100.0', '  hashes = ["h1:mine"]\n');
      synth(locked('a', lock('5.100.0')));
      put(outdir, { [file]: added });
      expect(synth(locked('a', lock('5.100.0'))).changed).toEqual([]);
      expect(read(file)).toBe(added);
      expect(synth(locked('a', lock('5.101.0'))).changed).toEqual([file]);
    });

    it('is rid of it where the provider is chosen otherwise now, and of no lock that a person keeps', () => {
      synth({ ...locked('a', lock('5.100.0')), ...locked('old', lock('5.100.0')) });
      put(outdir, { 'stacks/b/.terraform.lock.hcl': lock('6.25.0', '~> 6.25') });
      synth({ ...stack('a'), ...stack('b') });
      expect(existsSync(join(outdir, file))).toBe(false);
      expect(existsSync(join(outdir, 'stacks/old'))).toBe(false);
      expect(read('stacks/b/.terraform.lock.hcl')).toContain('6.25.0');
    });
  });

  it('loses an asset that was replaced', () => {
    synth({ ...stack('a'), 'stacks/a/assets/code/1/a.zip': 'one' });
    expect(synth({ ...stack('a'), 'stacks/a/assets/code/2/a.zip': 'two' }).gone).toEqual([]);
    expect(readdirSync(join(outdir, 'stacks/a/assets/code'))).toEqual(['2']);
  });

  it('is as it was where writing fails in the middle', () => {
    synth(stack('a'));
    const failing = () =>
      replaceOutput(outdir, (folder) => {
        put(folder, stack('a', 'half'));
        throw new Error('ENOSPC: no space left on device');
      });
    expect(failing).toThrow('ENOSPC');
    expect(read('stacks/a/cdk.tf.json')).toBe('{}');
    expect(readdirSync(project)).toEqual(['cdktf.out']);
  });

  it('is not made where nothing is written', () => {
    const failing = () =>
      replaceOutput(outdir, () => {
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(existsSync(outdir)).toBe(false);
  });

  it('is rid of what a synth that was killed has left, but not of one that is at work', () => {
    const anHourAgo = new Date(Date.now() - 3_700_000);
    put(project, { 'cdktf.out.tmp-killed/manifest.json': '{', 'cdktf.out.tmp-working/manifest.json': '{' });
    utimesSync(join(project, 'cdktf.out.tmp-killed'), anHourAgo, anHourAgo);
    synth(stack('a'));
    expect(readdirSync(project).sort()).toEqual(['cdktf.out', 'cdktf.out.tmp-working']);
  });

  it('is whole where another synth ends while one is at work', () => {
    replaceOutput(outdir, (folder) => {
      synth({ ...stack('a', 'other'), ...stack('b', 'other') });
      put(folder, { 'manifest.json': '{}', ...stack('a', 'mine'), ...stack('b', 'mine') });
    });
    expect([read('stacks/a/cdk.tf.json'), read('stacks/b/cdk.tf.json')]).toEqual(['mine', 'mine']);
  });
});
