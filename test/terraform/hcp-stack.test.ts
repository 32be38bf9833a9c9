import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProviderMirror } from '../../deployment/provider-mirror';
import type { HcpDouble } from '../../emulator/hcp/hcp-double';
import type { SettingsSpec } from '../../schema/forms/settings';
import { synthesizeLandingZone } from '../../stacks';
import { describeDeployed } from '../support/deployed';
import { installationFrom, tfeMirror, withoutTfe } from '../support/engine/mirrors';
import { type Api, apiOf, startDouble } from '../support/hcp-double';
import { smallZone } from '../support/synth';

jest.setTimeout(300_000);

type Manage = NonNullable<Extract<SettingsSpec['backend'], { type: 'hcp' }>['manage']>;

const organization = 'example';

describeDeployed(
  'the stack hcp in the double of HCP Terraform',
  (findTools) => {
    let folder: string;
    let double: HcpDouble;
    let api: Api;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'landing-zone-hcp-stack-'));
      double = await startDouble();
      api = apiOf(double);
      const installation = installationFrom({ tfe: tfeMirror, aws: findProviderMirror() });
      writeFileSync(join(folder, 'cli.tfrc'), double.cliConfig(double.tokens.owners) + installation);
      await api('POST', `organizations/${organization}/teams`, { type: 'teams', attributes: { name: 'platform' } });
    });
    afterAll(async () => {
      await double?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** The exit code of a command, with what it says where that is not the expected one. */
    const terraform = (expected: number, ...args: readonly string[]): Promise<void> =>
      new Promise((resolve, reject) => {
        const leads = { TF_CLI_CONFIG_FILE: join(folder, 'cli.tfrc'), TFE_TOKEN: double.tokens.owners };
        const env = { ...process.env, ...leads, CHECKPOINT_DISABLE: '1', TF_FORCE_LOCAL_BACKEND: '1' };
        const child = execFile(
          findTools().engine.program,
          [...args, '-no-color', '-input=false'],
          { cwd: join(folder, 'out/stacks/hcp'), env, maxBuffer: 1e8 },
          (_, stdout, stderr) =>
            child.exitCode === expected
              ? resolve()
              : reject(new Error(`${args.join(' ')}: ${child.exitCode}\n${stdout}${stderr}`)),
        );
      });

    /** Applies the stack of these settings, after which a plan finds nothing to do. */
    async function apply(manage: Manage, change: Partial<SettingsSpec> = {}, named: readonly string[] = ['models']) {
      const backend = { type: 'hcp', organization, project: 'governance', workspacePrefix: 'lz', manage } as const;
      const outdir = join(folder, 'written');
      synthesizeLandingZone(smallZone({ backend, identity: { hcp: {} }, ...change }, named), { outdir });
      cpSync(join(outdir, 'stacks/hcp'), join(folder, 'out/stacks/hcp'), { recursive: true });
      await terraform(0, 'init');
      await terraform(0, 'apply', '-auto-approve');
      await terraform(0, 'plan', '-detailed-exitcode');
    }

    const workspace = async (stack: string) =>
      (await api('GET', `organizations/${organization}/workspaces/lz-${stack}`)).data;
    const consumersOf = async (stack: string) => {
      const { id } = await workspace(stack);
      return (await api('GET', `workspaces/${id}/relationships/remote-state-consumers`)).list.map(
        ({ attributes }) => attributes.name,
      );
    };

    it('makes what is written, finds it unchanged, follows every setting, and is taken down', async () => {
      await apply({});
      expect((await workspace('security')).attributes).toMatchObject({
        'execution-mode': 'remote',
        'auto-apply': false,
        'global-remote-state': false,
        'allow-destroy-plan': false,
      });
      expect((await workspace('hcp')).attributes['execution-mode']).toBe('local');
      expect(await consumersOf('log-archive')).toContain('lz-account-models');

      await apply({}, {}, ['models', 'partner']);
      expect(await consumersOf('security')).toContain('lz-account-partner');
      // One consumer more, and nothing of what was set is reset.
      expect((await workspace('security')).attributes).toMatchObject({
        'auto-apply': false,
        'execution-mode': 'remote',
      });

      const everything: Manage = {
        runTriggers: 'all',
        policies: 'mandatory',
        healthAssessments: true,
        teams: [{ name: 'platform', access: 'write' }],
      };
      await apply({ ...everything, execution: { agentPool: 'aws' } });
      expect((await workspace('security')).attributes).toMatchObject({
        'execution-mode': 'agent',
        'assessments-enabled': true,
      });

      await apply({}, { protection: 'off' });
      await terraform(0, 'destroy', '-auto-approve');
      const left = (await api('GET', `organizations/${organization}/workspaces`)).list;
      expect(left.map(({ attributes }) => attributes.name)).toEqual(['lz-hcp']);
      expect(double.requests.filter(({ status }) => status === 501 || status === 422)).toEqual([]);
    });
  },
  withoutTfe,
);
