import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from '../../../cli/lock';
import { run } from '../../../cli/lock/run';
import { synth } from '../../../cli/synth';
import { run as runSynth } from '../../../cli/synth/run';
import { readLedgerFile, writeLedgerFile } from '../../../project/ledger-file';
import { readProject } from '../../../project/read-project';
import type { Ledger } from '../../../schema/forms/ledger';
import { ledgerOf } from '../../../stacks/ledger/ledger-of';
import { runCli } from '../../support/run-cli';
import { smallZone } from '../../support/synth';
import { sampleAccounts, zoneOf } from '../../support/zone';

const root = mkdtempSync(join(tmpdir(), 'landing-zone-lock-'));
afterAll(() => rmSync(root, { recursive: true }));
const place = { root, loaded: root, extension: '.ts' } as const;

const fresh = smallZone({}, ['models']);
const zoneWith = (ledger: Ledger, names = ['models']) =>
  zoneOf({
    settings: { regions: ['eu-central-1'] },
    controls: [],
    accounts: sampleAccounts().filter(({ name, role }) => role !== undefined || names.includes(name)),
    ledger,
  });
const current = ledgerOf(fresh);

const lockOf = (zone: typeof fresh): typeof lock => ({
  ...lock,
  run: (options, context) =>
    run(
      options,
      context,
      () => zone,
      (ledger) => writeLedgerFile(ledger, place),
    ),
});
const synthOf = (zone: typeof fresh, folder: string): typeof synth => ({
  ...synth,
  run: (options, context) => runSynth(options, context, () => zone, folder),
});

describe('the command lock', () => {
  it('writes what exists, says what is new, and has nothing to say the second time', async () => {
    const { code, stdout } = await runCli(lockOf(fresh), []);
    expect(code).toBe(0);
    expect(stdout).toContain('  the account models is new\n');
    expect(stdout).toContain('  ai-models aws_kms_key.data-key is protected\n');
    expect(readLedgerFile(place).source?.value).toEqual(current);
    const again = await runCli(lockOf(zoneWith(current)), []);
    expect(again).toMatchObject({ code: 0, stdout: 'landing-zone.lock.json is as it has to be.\n' });
  });

  it('with --check ends with 2 and writes nothing where something is missing', async () => {
    const zone = zoneWith(current, ['models', 'acquired']);
    const { code, stdout } = await runCli(lockOf(zone), ['--check']);
    expect({ code, known: readLedgerFile(place).source?.value }).toEqual({ code: 2, known: current });
    expect(stdout).toContain('  the account acquired is new\n');
    expect((await runCli(lockOf(zoneWith(current)), ['--check'])).code).toBe(0);
  });

  it('says how the past of an account is asked about whose file has gone', async () => {
    const leaving: Ledger = { ...current, accounts: { ...current.accounts, old: { key: 'old', state: 'closing' } } };
    const { stdout } = await runCli(lockOf(zoneWith(leaving)), ['--check']);
    expect(stdout).toContain(
      "  the account old is closed: to ask about its past, write audit.closedAccounts: { 'old': ",
    );
  });
});

describe('the command synth', () => {
  const folder = join(root, 'cdktf.out');

  it('with --locked ends with 2 and writes nothing where the ledger is stale', async () => {
    const { code, stdout } = await runCli(synthOf(fresh, folder), ['--locked']);
    expect({ code, written: existsSync(folder) }).toEqual({ code: 2, written: false });
    expect(stdout).toContain('ai-models aws_s3_bucket.training-bucket is protected');
  });

  it('with --locked writes where it is current', async () => {
    expect(await runCli(synthOf(zoneWith(current), folder), ['--locked'])).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'stacks/management/cdk.tf.json'))).toBe(true);
  });

  it('without it offers to lock', async () => {
    const { code, stderr } = await runCli(synthOf(fresh, folder), []);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /\d+ new accounts and \d+ protected resources are not in the ledger yet: run npx landing-zone lock/,
    );
  });

  it('says what is kept', async () => {
    const accounts = sampleAccounts().filter(({ name, role }) => role !== undefined || name === 'models');
    const zone = zoneOf({
      settings: { regions: ['eu-central-1'] },
      controls: [],
      modelCards: [],
      accounts: accounts.map(({ ai, ...account }) => account),
      ledger: current,
    });
    const { stderr } = await runCli(synthOf(zone, folder), []);
    expect(stderr).toContain('kept in AWS, out of Terraform: ai-models aws_kms_key.data-key (and 1 with it)\n');
    expect(stderr).not.toContain('is no stack any more');
    const { 'ai-models': left = {}, ...others } = current.protected;
    const back = { ...current, protected: others, kept: { 'ai-models': left } };
    const again = await runCli(synthOf(zoneWith(back), folder), []);
    expect(again.stderr).toContain(
      'kept in AWS, taken up by Terraform again: ai-models aws_kms_key.data-key (and 1 with it)\n',
    );
    expect(again.stderr).not.toContain('out of Terraform');
  });
});

describe('the ledger of this project', () => {
  it('is current', () => {
    const zone = readProject();
    expect(ledgerOf(zone)).toEqual(zone.ledger);
  });

  it('is said to be broken where it is no JSON', () => {
    const broken = { ...place, root: mkdtempSync(join(root, 'broken-')) };
    writeFileSync(join(broken.root, 'landing-zone.lock.json'), '<<<<<<< ours');
    expect(readLedgerFile(broken)).toMatchObject({ source: undefined, problems: [{ file: 'landing-zone.lock.json' }] });
  });
});
