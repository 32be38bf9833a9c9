import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HcpDouble, startHcpDouble } from '../../emulator/hcp/hcp-double';
import { findTools } from '../../rehearsal/tools';
import { describeUnless } from '../support/deployed';
import { installationFrom, tfeMirror, withoutTfe } from '../support/engine/mirrors';

jest.setTimeout(5 * 60_000);

/** Every type of resource that a landing zone makes in HCP Terraform, changed in place by `round`. */
const configuration = join(__dirname, 'tfe-provider.tf');

const { tools, missing } = findTools();

describeUnless([...missing, ...withoutTfe], 'the tfe provider and the double of HCP Terraform', () => {
  let folder: string;
  let double: HcpDouble;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'landing-zone-tfe-'));
    double = await startHcpDouble();
    const installation = installationFrom({ tfe: tfeMirror });
    writeFileSync(join(folder, 'cli.tfrc'), double.cliConfig(double.tokens.owners) + installation);
    cpSync(configuration, join(folder, 'main.tf'));
  });
  afterAll(async () => {
    await double?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The exit code of a command, with what it says where that is not the expected one. */
  const terraform = (expected: number, ...args: readonly string[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, TF_CLI_CONFIG_FILE: join(folder, 'cli.tfrc'), CHECKPOINT_DISABLE: '1' };
      const options = { cwd: folder, env, maxBuffer: 1e8 };
      const child = execFile(
        tools?.engine.program ?? '',
        [...args, '-no-color', '-input=false'],
        options,
        (_, stdout, stderr) =>
          child.exitCode === expected
            ? resolve()
            : reject(new Error(`${args.join(' ')}: ${child.exitCode}\n${stdout}${stderr}`)),
      );
    });

  it('agree on what is created, changed, found unchanged and deleted', async () => {
    await terraform(0, 'init');
    await terraform(0, 'apply', '-auto-approve');
    await terraform(0, 'plan', '-detailed-exitcode');
    await terraform(2, 'plan', '-detailed-exitcode', '-var=round=2');
    await terraform(0, 'apply', '-auto-approve', '-var=round=2');
    await terraform(0, 'plan', '-detailed-exitcode', '-var=round=2');
    await terraform(0, 'destroy', '-auto-approve', '-var=round=2');
    const refused = double.requests.filter(({ status }) => status === 501 || status === 422);
    expect(refused).toEqual([]);
  });
});
