import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identifyWebIdentity } from '../../../emulator/gateway/web-identities';
import type { HcpDouble } from '../../../emulator/hcp/hcp-double';
import type { Job } from '../../../emulator/hcp/runs/engine';
import { fakeIam } from '../../support/fake-iam';
import { type Api, apiOf, newConfigured, startDouble, startRun } from '../../support/hcp-double';
import { ToldEngine } from '../../support/told-engine';
import { fakeWorld, MANAGEMENT } from '../../support/world';

const roleOf = (phase: string): string => `arn:aws:iam::${MANAGEMENT}:role/${phase}`;
const provider = `arn:aws:iam::${MANAGEMENT}:oidc-provider/app.terraform.io`;

describe('the identity of runs', () => {
  let engine: ToldEngine;
  let double: HcpDouble;
  let api: Api;
  let folder = '';

  // Keys take their time, so there is one double for all.
  beforeAll(async () => {
    engine = new ToldEngine();
    double = await startDouble({ engine, settings: { slots: 10 } });
    api = apiOf(double);
    folder = mkdtempSync(join(tmpdir(), 'landing-zone-identity-'));
    await fetch(`${double.address}/.well-known/jwks`);
  }, 60_000);
  afterAll(async () => {
    await double.close();
    rmSync(folder, { recursive: true });
  });

  /** The job of a run in a workspace with these environment variables. */
  const jobWith = async (name: string, environment: Readonly<Record<string, string>>): Promise<Job> => {
    const before = engine.jobs.length;
    const workspace = await newConfigured(api, name);
    for (const [key, value] of Object.entries(environment))
      await api('POST', `workspaces/${workspace}/vars`, { type: 'vars', attributes: { key, value, category: 'env' } });
    await startRun(api, workspace);
    for (let tries = 0; tries < 100 && engine.jobs.length === before; tries += 1) await pause(5);
    const job = engine.jobs[before];
    if (!job) throw new Error('the run did not begin');
    return job;
  };
  const dynamic = {
    TFC_AWS_PROVIDER_AUTH: 'true',
    TFC_AWS_PLAN_ROLE_ARN: roleOf('plan'),
    TFC_AWS_APPLY_ROLE_ARN: roleOf('apply'),
  };

  it.each(['plan', 'apply'] as const)(
    'has the role of the phase %s, and a token that AWS takes for it',
    async (phase) => {
      const { AWS_ROLE_ARN, AWS_WEB_IDENTITY_TOKEN_FILE, TFC_WORKSPACE_NAME } = (
        await jobWith(`zone-${phase}`, dynamic)
      ).environment(phase, folder);
      expect([AWS_ROLE_ARN, TFC_WORKSPACE_NAME]).toEqual([roleOf(phase), `zone-${phase}`]);
      const WebIdentityToken = readFileSync(AWS_WEB_IDENTITY_TOKEN_FILE ?? '', 'utf8');
      const world = fakeWorld({
        moto: fakeIam({ identities: {}, providers: { [provider]: ['aws.workload.identity'] } }),
      });
      const issuers = new Map([['https://app.terraform.io', double.address]]);
      const { webIdentity } = await identifyWebIdentity(
        { ...world, issuers },
        { RoleArn: AWS_ROLE_ARN, WebIdentityToken },
      );
      expect(webIdentity).toEqual({
        provider,
        host: 'app.terraform.io',
        audience: 'aws.workload.identity',
        subject: `organization:example:project:Default Project:workspace:zone-${phase}:run_phase:${phase}`,
      });
    },
  );

  it('is nobody in AWS where the workspace does not ask for it', async () => {
    const environment = (await jobWith('nobody', { AWS_REGION: 'eu-central-1' })).environment('plan', folder);
    expect(environment).toMatchObject({ AWS_REGION: 'eu-central-1' });
    expect(environment).not.toHaveProperty('AWS_ROLE_ARN');
  });

  it('needs a role, and no tagged configuration', async () => {
    const job = await jobWith('half', { TFC_AWS_PROVIDER_AUTH: 'true', TFC_AWS_APPLY_ROLE_ARN: roleOf('apply') });
    expect(() => job.environment('plan', folder)).toThrow('neither TFC_AWS_PLAN_ROLE_ARN nor TFC_AWS_RUN_ROLE_ARN');
    expect(job.environment('apply', folder)).toMatchObject({ AWS_ROLE_ARN: roleOf('apply') });
  });
});
