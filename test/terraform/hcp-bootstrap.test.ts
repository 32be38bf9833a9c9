import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { bootstrap as definition, status as statusDefinition } from '../../cli/hcp';
import { run as bootstrapRun } from '../../cli/hcp/bootstrap';
import type { PreparedHcp } from '../../cli/hcp/prepare';
import { run as statusRun } from '../../cli/hcp/status';
import { clientOf } from '../../deployment/hcp/client';
import { readManifest } from '../../deployment/manifest';
import { type HcpDouble, startHcpDouble } from '../../emulator/hcp/hcp-double';
import type { LandingZone } from '../../schema/landing-zone';
import { synthesizeLandingZone } from '../../stacks';
import { describeDeployed } from '../support/deployed';
import { installationFrom, tfeMirror, withoutTfe } from '../support/engine/mirrors';
import { runCli } from '../support/run-cli';
import { sampleAccounts, zoneOf } from '../support/zone';

jest.setTimeout(10 * 60_000);

const backend = {
  type: 'hcp',
  organization: 'example',
  project: 'landing-zone',
  workspacePrefix: 'zone',
  manage: {},
} as const;
const accounts = sampleAccounts().map(({ regions, ...account }) => account);
const zoneWith = (...without: readonly string[]) =>
  zoneOf({
    settings: { regions: ['eu-central-1'], backend },
    controls: [],
    modelCards: [],
    accounts: accounts.filter(({ name }) => !without.includes(name)),
  });

describeDeployed(
  'hcp bootstrap with the tfe provider',
  (findTools) => {
    let folder: string;
    let double: HcpDouble;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'landing-zone-bootstrap-'));
      double = await startHcpDouble({ settings: { requestsPerSecond: 1_000 } });
      const installation = installationFrom({ aws: findTools().providerMirror, tfe: tfeMirror });
      const file = join(folder, 'cli.tfrc');
      // Without the token: the command hands it on.
      const host = double.cliConfig('').replace(/credentials[\s\S]*$/, '');
      writeFileSync(file, `${installation}\n${host}`);
      jest.replaceProperty(process, 'env', {
        ...process.env,
        TF_CLI_CONFIG_FILE: file,
        TFE_ADDRESS: double.address,
        TFE_TOKEN: double.tokens.owners,
      });
    });
    afterAll(async () => {
      await double?.close();
      rmSync(folder, { recursive: true, force: true });
      jest.restoreAllMocks();
    });

    const preparedAs = (zone: LandingZone) => async (): Promise<PreparedHcp> => {
      const outdir = join(folder, 'cdktf.out');
      rmSync(join(outdir, 'manifest.json'), { force: true });
      synthesizeLandingZone(zone, { outdir });
      const place = { client: clientOf('app.terraform.io'), organization: 'example' };
      return { zone, backend: zone.backend as PreparedHcp['backend'], all: readManifest(outdir), outdir, place };
    };
    const nobody = { input: new PassThrough(), output: new PassThrough() };
    const bootstrap = (zone: LandingZone) =>
      runCli({ ...definition, run: (options, context) => bootstrapRun(options, context, preparedAs(zone), nobody) }, [
        '--approve',
      ]);
    const status = async (zone: LandingZone) => {
      const { stdout } = await runCli(
        { ...statusDefinition, run: (options, context) => statusRun(options, context, preparedAs(zone)) },
        ['--json'],
      );
      return JSON.parse(stdout) as {
        readonly workspaces: readonly {
          readonly stack: string;
          readonly consumers: readonly string[];
          readonly problems: readonly string[];
        }[];
      };
    };

    it('takes over what is there, makes what is missing, and is done the second time', async () => {
      // As `terraform init` makes a workspace, in a project of that name.
      const client = clientOf('app.terraform.io');
      const project = await client.post('organizations/example/projects', {
        data: { type: 'projects', attributes: { name: 'landing-zone' } },
      });
      const attributes = { name: 'zone-management' };
      const relationships = { project: { data: { type: 'projects', id: project?.data.id } } };
      const workspace = await client.post('organizations/example/workspaces', {
        data: { type: 'workspaces', attributes, relationships },
      });
      const first = await bootstrap(zoneWith('sandbox'));
      expect([
        first.code,
        first.stderr.match(/\d+ things of HCP Terraform/)?.[0],
        first.stderr.includes('rule:'),
      ]).toEqual([0, '3 things of HCP Terraform', false]);
      const { data } = await client.get<{ 'terraform-version': string }>(
        'organizations/example/workspaces/zone-management',
      );
      expect([data.id, data.attributes['terraform-version']]).toEqual([workspace?.data.id, '1.11.4']);
      const again = await bootstrap(zoneWith('sandbox'));
      expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('1 unchanged')]);
    });

    it('makes the workspaces of a new account, and lets it read what it has to and others nothing more', async () => {
      const grown = await bootstrap(zoneWith());
      expect([grown.code, grown.stderr.includes('rule:')]).toEqual([0, false]);
      const { workspaces } = await status(zoneWith());
      const wrong = workspaces.flatMap(({ stack, problems }) =>
        problems.filter((problem) => problem.includes('read its state')).map((problem) => `${stack}: ${problem}`),
      );
      expect(wrong).toEqual([]);
      expect(workspaces.find(({ stack }) => stack === 'management')?.consumers).toContain('account-sandbox');
      expect(workspaces.find(({ stack }) => stack === 'account-sandbox')?.problems).toEqual([
        'it was never deployed, or the token may not see the workspace zone-account-sandbox',
      ]);
    });
  },
  withoutTfe,
);
