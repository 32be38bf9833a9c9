import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileProject, writeSourceFile } from '../../support/compiled-project';
import { madeControl } from '../../support/made-control';
import { contentOf, runSynth, type SynthEnd } from '../../support/synth-process';
import { accountFile, sampleAccounts, sampleSettings, settingsFile } from '../../support/zone';

jest.setTimeout(120_000);

let project = '';
/** Where synth has run once, and has everything to lose. */
let folder = '';
let good: Record<string, string> = {};
const path = (file: string): string => join(project, file);

beforeAll(async () => {
  project = compileProject();
  for (const account of sampleAccounts().slice(0, 5)) writeSourceFile(project, accountFile(account));
  writeSourceFile(project, { file: settingsFile, value: sampleSettings() });
  folder = mkdtempSync(join(tmpdir(), 'landing-zone-mistakes-'));
  expect(await runSynth(project, folder)).toMatchObject({
    code: 0,
    text: expect.stringContaining('stacks in'),
    leftRunning: false,
  });
  good = contentOf(join(folder, 'cdktf.out'));
});
afterAll(() => {
  rmSync(project, { recursive: true });
  rmSync(folder, { recursive: true });
});

/** Makes a mistake, lets synth find it, and takes it back. */
async function synthWith(files: Readonly<Record<string, string | (() => void)>>): Promise<SynthEnd> {
  const before = Object.keys(files).map((file) => [file, tryRead(path(file))] as const);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(path(file)), { recursive: true });
    if (typeof content === 'string') writeFileSync(path(file), content);
    else content();
  }
  try {
    return await runSynth(project, folder);
  } finally {
    for (const [file, content] of before) {
      rmSync(path(file), { recursive: true, force: true });
      if (content !== undefined) writeFileSync(path(file), content);
    }
  }
}

const tryRead = (file: string): Buffer | undefined => (existsSync(file) ? readFileSync(file) : undefined);

/** It says so with code 1 and without a stack trace, the output is what it was, and nothing runs any more. */
function expectRefused({ code, text, leftRunning }: SynthEnd, ...said: readonly string[]): void {
  expect({ code, leftRunning }).toEqual({ code: 1, leftRunning: false });
  for (const part of said) expect(text).toContain(part);
  expect(text).not.toMatch(/^\s+at .*:\d+/m);
  expect(contentOf(join(folder, 'cdktf.out'))).toEqual(good);
}

const something = 'export default {};\n';
const compiled = (file: string, code: string) => ({ [`accounts/${file}.ts`]: '', [`build/accounts/${file}.js`]: code });
const sandbox = JSON.stringify(sampleAccounts()[4]);
const link = (target: string, file: string) => () => symlinkSync(target, path(file));

describe('a mistake with files', () => {
  it.each<[string, Record<string, string | (() => void)>, ...string[]]>([
    [
      'an account in a subfolder',
      { 'accounts/team/research.ts': something },
      'accounts/team/research.ts',
      'move it to',
    ],
    ['an account that ends with .mts', { 'accounts/research.mts': something }, 'accounts/research.mts', 'rename it'],
    ['an account that ends with .js', { 'accounts/research.js': something }, 'accounts/research.js', 'rename it'],
    ['an account in JSON', { 'accounts/research.json': '{}' }, 'accounts/research.json', 'rename it'],
    ['an account that ends with .TS', { 'accounts/research.TS': something }, 'accounts/research.TS', 'in lower case'],
    ['what an editor left', { 'accounts/sandbox.ts.orig': something }, 'accounts/sandbox.ts.orig', 'move it out'],
    [
      'a copy of an account',
      compiled('sandbox copy', `exports.default = ${sandbox};`),
      'accounts/sandbox copy.ts',
      'a file is named after',
    ],
    ['a file of helpers', compiled('helper', 'exports.help = 1;'), 'accounts/helper.ts', 'default export'],
    ['an empty file', compiled('empty', ''), 'accounts/empty.ts', 'default export'],
    [
      'a file that throws',
      compiled('throwing', "throw new Error('no network');"),
      'accounts/throwing.ts',
      'no network',
    ],
    ['a file that cannot be parsed', compiled('broken', 'exports.default = {'), 'accounts/broken.ts', 'must load'],
    [
      'a file that imports what is not there',
      compiled('lost', "require('./nowhere');"),
      'accounts/lost.ts',
      './nowhere',
    ],
    ['a file that was not compiled', { 'accounts/late.ts': something }, 'accounts/late.ts', 'npm run build'],
    [
      'a link that leads nowhere',
      { 'accounts/linked.ts': link('/nowhere.ts', 'accounts/linked.ts') },
      'accounts/linked.ts',
      'repair the link',
    ],
    ['a link to itself', { 'models/loop.ts': link('loop.ts', 'models/loop.ts') }, 'models/loop.ts', 'repair the link'],
    [
      'a folder that is called like an account',
      { 'accounts/folder.ts': () => mkdirSync(path('accounts/folder.ts')) },
      'accounts/folder.ts',
      'rename the folder',
    ],
    ['settings that are gone', { [settingsFile]: () => rmSync(path(settingsFile)) }, settingsFile, 'add it'],
    [
      'a control outside a folder of a service',
      { 'controls/stray.ts': something },
      'controls/stray.ts',
      'the folder of its service',
    ],
    ['a query with another ending', { 'queries/root-use.txt': '-- x' }, 'queries/root-use.txt', 'rename it'],
    ['a query that is binary', { 'queries/binary.sql': '\u0000\u0001' }, 'queries/binary.sql', 'the first line'],
    ['an empty query', { 'queries/empty.sql': '' }, 'queries/empty.sql', 'the first line'],
    [
      'a control with an action that AWS does not have',
      {
        'controls/made/made-control.ts': '',
        'build/controls/made/made-control.js': `exports.default = ${JSON.stringify(madeControl({ prevent: { scp: [{ Action: 's3:CreateBuckt' }] } }).value)};`,
      },
      'prevent.scp[0].Action',
      "did you mean 's3:CreateBucket'?",
    ],
    [
      'a control with a managed rule that AWS Config does not have',
      {
        'controls/made/made-control.ts': '',
        'build/controls/made/made-control.js': `exports.default = ${JSON.stringify(madeControl({ detect: { managed: 'S3_BUCKET_VERSIONING_ENABLE' } }).value)};`,
      },
      'controls/made/made-control.ts: detect.managed',
      "did you mean 'S3_BUCKET_VERSIONING_ENABLED'?",
    ],
    ['a ledger that is no JSON', { 'landing-zone.lock.json': '{' }, 'landing-zone.lock.json', 'restore it'],
    [
      'a ledger with a conflict',
      { 'landing-zone.lock.json': '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n' },
      'landing-zone.lock.json',
      'after a merge',
    ],
    ['an empty ledger', { 'landing-zone.lock.json': '' }, 'landing-zone.lock.json', 'restore it'],
    ['a list of retired ids that is none', { 'controls/retired.json': '{}' }, 'controls/retired.json', 'restore it'],
  ])('is said, and changes nothing: %s', async (_what, files, ...said) => {
    expectRefused(await synthWith(files), ...said);
  });

  it('is none in files as Windows writes them, with CRLF and a byte order mark', async () => {
    const query = 'queries/root-use.sql';
    const windows = `\ufeff${readFileSync(path(query), 'utf8').replaceAll('\n', '\r\n')}`;
    const ledger = '\ufeff{\r\n  "version": 1\r\n}\r\n';
    const { code } = await synthWith({ [query]: windows, 'landing-zone.lock.json': ledger });
    expect(code).toBe(0);
    expect(contentOf(join(folder, 'cdktf.out'))).toEqual(good);
  });
});

describe('an output that cannot be written', () => {
  const cannotMount = spawnSync('unshare', ['-rm', 'true']).status !== 0;
  if (cannotMount) process.stderr.write('skipped: full and read-only disks: no file system can be mounted here\n');

  /** In a file system of its own, 8 MB large, on which the output was before; it vanishes with the process. */
  const onDisk = (options: string): readonly string[] => {
    // Mounted over the folder that the shell is in, it is seen only after the folder is entered again.
    const script =
      'mount -t tmpfs -o size=8m none "$PWD" && cd "$PWD" && mountpoint -q . && cp -r "$0" cdktf.out || exit 99\n' +
      `${options}\n"$@"; code=$?; diff -r "$0" cdktf.out >&2 || exit 98; exit $code`;
    return ['unshare', '-rm', 'sh', '-c', script, join(folder, 'cdktf.out')];
  };

  (cannotMount ? it.skip : it).each([
    // No more than the file system has, should it not be there.
    ['a full disk', 'dd if=/dev/zero of=filler bs=64k count=128 2>/dev/null', 'ENOSPC'],
    ['a read-only disk', 'mount -o remount,ro .', 'EROFS'],
  ])('is as it was before: %s', async (_what, options, code) => {
    const place = mkdtempSync(join(tmpdir(), 'landing-zone-disk-'));
    try {
      const end = await runSynth(project, place, { before: onDisk(options) });
      expectRefused(end, `cdktf.out cannot be written: ${code}`, 'make room');
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  it('is said to be in the way of a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'mine');
    const end = await runSynth(project, folder, { env: { CDKTF_OUTDIR: file } });
    expectRefused(end, 'cannot be written');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    rmSync(file);
  });
});

describe('several processes', () => {
  it('may synthesize at the same time, and the output is whole', async () => {
    const ends = await Promise.all([1, 2, 3].map(() => runSynth(project, folder)));
    expect(ends.map(({ code, leftRunning }) => [code, leftRunning])).toEqual(Array(3).fill([0, false]));
    expect(contentOf(join(folder, 'cdktf.out'))).toEqual(good);
  });

  it.each([20, 200, 400, 700, 1_000])(
    'leave the output as it was when Ctrl-C ends them after %d ms',
    async (interruptAfter) => {
      const broken = { ...sampleSettings(), tags: { changed: 'yes' } };
      writeSourceFile(project, { file: settingsFile, value: broken });
      const { code, leftRunning } = await runSynth(project, folder, { interruptAfter });
      writeSourceFile(project, { file: settingsFile, value: sampleSettings() });
      expect(leftRunning).toBe(false);
      const after = contentOf(join(folder, 'cdktf.out'));
      // Fast machines are done by then.
      if (code === 0) await runSynth(project, folder);
      else expect(after).toEqual(good);
    },
  );
});
