import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as iam from '@aws-sdk/client-iam';
import { providerEnvironment } from '../../deployment/provider-mirror';
import { type EmulatedAws, startEmulatedAws } from '../../emulator/emulated-aws';
import { type HcpDouble, startHcpDouble } from '../../emulator/hcp/hcp-double';
import { TerraformEngine } from '../../emulator/hcp/runs/terraform-engine';
import { describeDeployed, unlessAsked } from '../support/deployed';
import { policyOf } from '../support/fake-iam';
import { apiOf, newWorkspace, startRun } from '../support/hcp-double';

jest.setTimeout(20 * 60_000);

const account = '111111111111';
const provider = `arn:aws:iam::${account}:oidc-provider/app.terraform.io`;
const roleOf = (phase: string): string => `arn:aws:iam::${account}:role/${phase}`;

/** Says who it is while it plans, and while it applies. */
const configuration = {
  terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } },
  provider: { aws: { region: 'eu-central-1' } },
  data: { aws_caller_identity: { planning: {}, applying: { depends_on: ['terraform_data.late'] } } },
  resource: { terraform_data: { late: {} } },
  output: {
    planning: { value: `\${data.aws_caller_identity.planning.arn}` },
    applying: { value: `\${data.aws_caller_identity.applying.arn}` },
  },
};

describeDeployed(
  'a run of the double of HCP Terraform in the emulated AWS',
  (findTools) => {
    let folder: string;
    let aws: EmulatedAws;
    let double: HcpDouble;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'landing-zone-hcp-identity-'));
      aws = await startEmulatedAws({ settings: { managementAccount: account } });
      const { engine, providerMirror } = findTools();
      const { TF_CLI_CONFIG_FILE } = providerEnvironment(engine, providerMirror, folder);
      // Whoever has a key of its own needs no token.
      const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, ...environment } = aws.environment;
      double = await startHcpDouble({
        engine: new TerraformEngine(engine),
        environment,
        ...(TF_CLI_CONFIG_FILE && { cliConfig: readFileSync(TF_CLI_CONFIG_FILE, 'utf8') }),
      });
      aws.issuers.set('https://app.terraform.io', double.address);
      await makeIdentities();
    });
    afterAll(async () => {
      await double?.close();
      await aws?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** The provider for tokens, and a role for each phase of the runs in one workspace. */
    const makeIdentities = async (): Promise<void> => {
      const { AWS_ACCESS_KEY_ID: accessKeyId = '' } = aws.environment;
      const client = new iam.IAMClient({
        endpoint: `http://127.0.0.1:${aws.port}`,
        region: 'us-east-1',
        credentials: { accessKeyId, secretAccessKey: 'x' },
      });
      const ClientIDList = ['aws.workload.identity'];
      await client.send(new iam.CreateOpenIDConnectProviderCommand({ Url: 'https://app.terraform.io', ClientIDList }));
      for (const phase of ['plan', 'apply']) {
        const trust = policyOf({
          Effect: 'Allow',
          Principal: { Federated: provider },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'app.terraform.io:aud': ClientIDList[0],
              'app.terraform.io:sub': `organization:example:project:Default Project:workspace:zone-a:run_phase:${phase}`,
            },
          },
        });
        await client.send(
          new iam.CreateRoleCommand({ RoleName: phase, AssumeRolePolicyDocument: JSON.stringify(trust) }),
        );
      }
      client.destroy();
    };

    /** Runs the configuration in a workspace, and answers how that ended with its log or its outputs. */
    const runIn = async (name: string): Promise<{ readonly status: unknown; readonly said: string }> => {
      const api = apiOf(double);
      const workspace = await newWorkspace(api, name, { 'auto-apply': true, 'structured-run-output-enabled': false });
      const variables = {
        TFC_AWS_PROVIDER_AUTH: 'true',
        TFC_AWS_PLAN_ROLE_ARN: roleOf('plan'),
        TFC_AWS_APPLY_ROLE_ARN: roleOf('apply'),
      };
      for (const [key, value] of Object.entries(variables))
        await api('POST', `workspaces/${workspace}/vars`, {
          type: 'vars',
          attributes: { key, value, category: 'env' },
        });
      writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(configuration));
      const body = spawnSync('tar', ['-czf', '-', '-C', folder, 'main.tf.json']).stdout;
      const attributes = { 'auto-queue-runs': false };
      const version = await api('POST', `workspaces/${workspace}/configuration-versions`, {
        type: 'configuration-versions',
        attributes,
      });
      await fetch(String(version.data.attributes['upload-url']), { method: 'PUT', body });
      const { data } = await startRun(api, workspace);
      for (;;) {
        const run = await api('GET', `runs/${data.id}?include=plan`);
        const { status } = run.data.attributes;
        if (status === 'errored')
          return { status, said: await (await fetch(String(run.included[0]?.attributes['log-read-url']))).text() };
        if (status === 'applied') {
          const { list } = await api('GET', `workspaces/${workspace}/current-state-version-outputs`);
          return {
            status,
            said: list.map(({ attributes: { name: output, value } }) => `${output}: ${value}`).join('\n'),
          };
        }
        await pause(500);
      }
    };

    it('plans as one role and applies as another, by tokens that name the phase', async () => {
      const { status, said } = await runIn('zone-a');
      expect([status, said]).toEqual([
        'applied',
        expect.stringContaining(`planning: arn:aws:sts::${account}:assumed-role/plan/`),
      ]);
      expect(said).toContain(`applying: arn:aws:sts::${account}:assumed-role/apply/`);
    });

    it('is nobody in a workspace that the trust policies leave out', async () => {
      const { status, said } = await runIn('zone-b');
      expect([status, said]).toEqual([
        'errored',
        expect.stringContaining('not authorized to perform: sts:AssumeRoleWithWebIdentity'),
      ]);
    });
  },
  unlessAsked,
);
