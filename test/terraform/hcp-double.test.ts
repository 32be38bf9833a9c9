import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HcpDouble, startHcpDouble } from '../../emulator/hcp/hcp-double';
import { TerraformEngine } from '../../emulator/hcp/runs/terraform-engine';
import { describeDeployed } from '../support/deployed';
import { type Api, apiOf } from '../support/hcp-double';

jest.setTimeout(120_000);

/** A text that would be an expression if it were not taken as it is. */
const quoted = `a \${quoted} word`;

/** Two workspaces as two stacks are: the second reads what the first publishes. */
const workspace = (name: string): object => ({
  terraform: { cloud: { organization: 'example', workspaces: { name } } },
});
const producer = {
  ...workspace('one'),
  variable: { greeting: { default: 'hello' } },
  resource: { terraform_data: { it: { input: `\${var.greeting}` } } },
  output: { said: { value: `\${terraform_data.it.output}` } },
};
const consumer = {
  ...workspace('two'),
  data: {
    terraform_remote_state: {
      one: { backend: 'remote', config: { organization: 'example', workspaces: { name: 'one' } } },
    },
  },
  output: { heard: { value: `\${data.terraform_remote_state.one.outputs.said}` } },
};

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
    for (const [name, configuration] of Object.entries({ one: producer, two: consumer })) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'main.tf.json'), JSON.stringify(configuration));
    }
  });
  afterAll(async () => {
    await double?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const terraform = (
    name: string,
    args: readonly string[],
    more: object = {},
  ): Promise<{ code: number; said: string }> =>
    new Promise((resolve) => {
      const environment = { TF_CLI_CONFIG_FILE: join(folder, 'cli.tfrc'), CHECKPOINT_DISABLE: '1', ...more };
      const child = spawn(findTools().engine.program, [...args, '-no-color'], {
        cwd: join(folder, name),
        env: { ...process.env, ...environment },
      });
      let said = '';
      child.stdout.on('data', (data) => (said += data));
      child.stderr.on('data', (data) => (said += data));
      child.on('close', (code) => resolve({ code: code ?? 1, said }));
    });
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
});
