import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HcpDouble, startHcpDouble } from '../../emulator/hcp/hcp-double';
import { TerraformEngine } from '../../emulator/hcp/runs/terraform-engine';
import { describeDeployed } from '../support/deployed';
import { type Api, apiOf } from '../support/hcp-double';

jest.setTimeout(5 * 60_000);

/** A text that would be an expression if it were not taken as it is. */
const quoted = `a \${quoted} word`;

/** Two stacks: the second reads what the first publishes. */
const publishing = {
  variable: { greeting: { default: 'hello' } },
  resource: { terraform_data: { it: { input: `\${var.greeting}` } } },
  output: { said: { value: `\${terraform_data.it.output}` } },
};
const reading = (name: string): object => ({
  data: {
    terraform_remote_state: {
      it: { backend: 'remote', config: { organization: 'example', workspaces: { name } } },
    },
  },
  output: { heard: { value: `\${data.terraform_remote_state.it.outputs.said}` } },
});

/** A stack in a workspace of its own. */
const inWorkspace = (name: string, stack: object): string =>
  JSON.stringify({ ...metadata, terraform: { cloud: { organization: 'example', workspaces: { name } } }, ...stack });

/** What CDKTF says of a stack, and what it writes into it. */
const manifestOf = (name: string): object => ({
  name,
  constructPath: name,
  workingDirectory: `stacks/${name}`,
  synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
  annotations: [],
  dependencies: name === 'beta' ? ['alpha'] : [],
});
const metadata = { '//': { metadata: { backend: 'cloud', cloud: 'tfc', version: '0.21.0' } } };

describeDeployed('Terraform and the double of HCP Terraform', (findTools) => {
  let folder: string;
  let double: HcpDouble;
  let api: Api;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'landing-zone-hcp-'));
    const { program, version } = findTools().engine;
    double = await startHcpDouble({ engine: new TerraformEngine({ program, version }) });
    api = apiOf(double);
    writeFileSync(join(folder, 'cli.tfrc'), double.cliConfig(double.tokens.owners));
    for (const [name, stack] of Object.entries({ one: publishing, two: reading('one') })) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'main.tf.json'), inWorkspace(name, stack));
    }
  });
  afterAll(async () => {
    await double?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (
    program: string,
    place: string,
    args: readonly string[],
    more: object = {},
  ): Promise<{ code: number; said: string }> =>
    new Promise((resolve) => {
      const environment = { TF_CLI_CONFIG_FILE: join(folder, 'cli.tfrc'), CHECKPOINT_DISABLE: '1', ...more };
      const child = spawn(program, args, { cwd: join(folder, place), env: { ...process.env, ...environment } });
      child.stdin.end();
      let said = '';
      child.stdout.on('data', (data) => (said += data));
      child.stderr.on('data', (data) => (said += data));
      child.on('close', (code) => resolve({ code: code ?? 1, said }));
    });
  const terraform = (name: string, args: readonly string[], more: object = {}) =>
    start(findTools().engine.program, name, [...args, '-no-color'], more);
  const apply = (name: string, more: object = {}) => terraform(name, ['apply', '-auto-approve', '-input=false'], more);
  const idOf = async (name: string) => (await api('GET', `organizations/example/workspaces/${name}`)).data.id;

  it('runs remotely, with the variables of the workspace, and keeps the state there', async () => {
    expect(await terraform('one', ['init', '-input=false'])).toMatchObject({ code: 0 });
    const id = await idOf('one');
    const attributes = { key: 'greeting', value: quoted, category: 'terraform' };
    await api('POST', `workspaces/${id}/vars`, { type: 'vars', attributes });
    const { code, said } = await apply('one');
    expect([code, said]).toEqual([0, expect.stringContaining('Apply complete! Resources: 1 added')]);
    const [run] = (await api('GET', `workspaces/${id}/runs`)).list;
    expect(run?.attributes).toMatchObject({ status: 'applied', 'has-changes': true });
    expect((await terraform('one', ['output', '-raw', 'said'])).said).toBe(quoted);
  });

  it('lets a run read the state of another workspace only as its consumer', async () => {
    await terraform('two', ['init', '-input=false']);
    const refused = await apply('two');
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('error loading the remote state')]);
    const path = `workspaces/${await idOf('one')}/relationships/remote-state-consumers`;
    await api('POST', path, [{ type: 'workspaces', id: await idOf('two') }]);
    expect(await apply('two')).toMatchObject({ code: 0, said: expect.stringContaining(`heard = "a \${quoted} word"`) });
  });

  it('runs where it is started in local mode, and not while somebody else has the lock', async () => {
    const id = await idOf('one');
    await api('PATCH', `workspaces/${id}`, { type: 'workspaces', attributes: { 'execution-mode': 'local' } });
    const before = (await api('GET', `workspaces/${id}/runs`)).list.length;
    expect(await apply('one', { TF_VAR_greeting: 'hello' })).toMatchObject({ code: 0 });
    expect((await api('GET', `workspaces/${id}/runs`)).list).toHaveLength(before);
    await api('POST', `workspaces/${id}/actions/lock`, undefined, double.tokens.user);
    expect(await apply('one')).toMatchObject({ code: 1, said: expect.stringContaining('already locked') });
    await api('POST', `workspaces/${id}/actions/unlock`, undefined, double.tokens.user);
  });

  it('is forced to run here by TF_FORCE_LOCAL_BACKEND, whatever the workspace says', async () => {
    const id = await idOf('two');
    const before = (await api('GET', `workspaces/${id}/runs`)).list.length;
    expect(await apply('two', { TF_FORCE_LOCAL_BACKEND: '1' })).toMatchObject({ code: 0 });
    expect((await api('GET', `workspaces/${id}/runs`)).list).toHaveLength(before);
    const { data } = await api('GET', `workspaces/${id}`);
    expect(data.attributes).toMatchObject({ 'execution-mode': 'remote', locked: false });
  });

  it('is deployed to by cdktf, which keeps the order of stacks that read each other', async () => {
    const out = join(folder, 'cdktf.out');
    const stacks = { alpha: publishing, beta: reading('alpha') };
    const manifest = Object.fromEntries(Object.keys(stacks).map((name) => [name, manifestOf(name)]));
    for (const [name, stack] of Object.entries(stacks)) {
      mkdirSync(join(out, 'stacks', name), { recursive: true });
      writeFileSync(join(out, 'stacks', name, 'cdk.tf.json'), inWorkspace(name, stack));
      await api('POST', 'organizations/example/workspaces', { type: 'workspaces', attributes: { name } });
    }
    writeFileSync(join(out, 'manifest.json'), JSON.stringify({ version: '0.21.0', stacks: manifest }));
    writeFileSync(
      join(folder, 'cdktf.json'),
      JSON.stringify({ language: 'typescript', app: 'true', projectId: 'double' }),
    );
    const path = `workspaces/${await idOf('alpha')}/relationships/remote-state-consumers`;
    await api('POST', path, [{ type: 'workspaces', id: await idOf('beta') }]);
    const cdktf = join(__dirname, '../../node_modules/.bin/cdktf');
    const { code, said } = await start(cdktf, '.', ['deploy', '*', '--auto-approve', '--skip-synth']);
    expect([code, said]).toEqual([0, expect.stringContaining('heard = "hello"')]);
    const [run] = (await api('GET', `workspaces/${await idOf('beta')}/runs`)).list;
    expect(run?.attributes.status).toBe('applied');
  });
});
