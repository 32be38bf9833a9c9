import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileProject, writeSourceFile } from '../../support/compiled-project';
import { accountFile, sampleAccounts, sampleSettings, settingsFile } from '../../support/zone';

describe('a synth of broken files', () => {
  let project = '';
  const broken = {
    file: 'accounts/sandbox.ts',
    value: { ...sampleAccounts()[4], regions: ['eu-central-1', 'eu-wst-1'] },
  };
  const run = (folder: string) =>
    spawnSync(process.execPath, [join(project, 'build/main.js')], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CDKTF_OUTDIR: undefined },
    });
  /** A folder to run in. */
  const place = (name: string) => {
    const folder = join(project, name);
    mkdirSync(folder);
    return folder;
  };

  beforeAll(() => {
    project = compileProject();
    const members = sampleAccounts().filter(({ origin }) => origin !== 'adopted');
    for (const account of members) writeSourceFile(project, accountFile(account));
    writeSourceFile(project, { file: settingsFile, value: sampleSettings() });
  });
  afterAll(() => rmSync(project, { recursive: true }));

  it('ends with code 1, names file, field and fix, and leaves the last good synth untouched', () => {
    writeSourceFile(project, broken);
    const folder = place('deployed');
    mkdirSync(join(folder, 'cdktf.out/stacks/management'), { recursive: true });
    writeFileSync(join(folder, 'cdktf.out/manifest.json'), '{"version":"0.21.0"}');
    writeFileSync(join(folder, 'cdktf.out/stacks/management/cdk.tf.json'), '{"resource":{}}');
    const before = contentOf(folder);
    const { status, stderr, stdout } = run(folder);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      'The landing zone has 1 problem; nothing was written.\n\n' +
        'accounts/sandbox.ts: regions[1] is "eu-wst-1"\n' +
        '  rule: is not a governed region of the landing zone\n' +
        "  fix:  did you mean 'eu-west-1'? Known: us-east-1, eu-central-1, eu-west-1\n",
    );
    expect(contentOf(folder)).toEqual(before);
  });

  it('writes nothing where nothing was, and everything once the file is put right', () => {
    writeSourceFile(project, broken);
    const folder = place('fresh');
    expect(run(folder).status).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
    writeSourceFile(project, { file: broken.file, value: sampleAccounts()[4] });
    expect(run(folder).status).toBe(0);
    expect(existsSync(join(folder, 'cdktf.out/stacks/account-sandbox/cdk.tf.json'))).toBe(true);
  });
});

/** Every file below a folder with what is in it. */
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
