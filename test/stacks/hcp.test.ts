import { planCost } from '../../schema/facts/hcp';
import type { Ledger } from '../../schema/forms/ledger';
import type { SettingsSpec } from '../../schema/forms/settings';
import {
  allResources,
  find,
  reference,
  resource,
  resources,
  type Stack,
  type Stacks,
  smallZone,
  synth,
} from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

type Manage = NonNullable<Extract<SettingsSpec['backend'], { type: 'hcp' }>['manage']>;

const backend = (manage: Manage | undefined = {}) =>
  ({ type: 'hcp', organization: 'acme', project: 'governance', workspacePrefix: 'lz', manage }) as const;
const github = { repository: 'acme/landing-zone', environment: 'production' };

const managed = (manage?: Manage, change: Partial<SettingsSpec> = {}): Stacks =>
  synth(smallZone({ backend: backend(manage), ...change }, ['models']));
const stacks = managed();
const hcp = find(stacks, 'hcp');

const idOf = (stack: string) => reference(`tfe_workspace.workspace-${stack}.id`);

/** Who reads the state of whom, as the stacks themselves say. */
const dataEdges = (all: Stacks): readonly string[] =>
  Object.values(all).flatMap(({ name, json }) =>
    Object.keys(json.data?.terraform_remote_state ?? {}).map((producer) => `${name} reads ${producer}`),
  );

/** Who may read the state of whom, as the workspaces say. */
const consumers = (stack: Stack): readonly string[] =>
  Object.entries(resources(stack, 'tfe_workspace_settings')).flatMap(([name, { remote_state_consumer_ids }]) =>
    remote_state_consumer_ids.map(
      (id: string) =>
        `${id.replace(/^\$\{tfe_workspace\.workspace-(.*)\.id\}$/, '$1')} reads ${name.replace('settings-', '')}`,
    ),
  );

const executions = (stack: Stack) =>
  Object.fromEntries(
    Object.entries(resources(stack, 'tfe_workspace_settings')).map(([name, { execution_mode }]) => [
      name,
      execution_mode,
    ]),
  );

describe('the stack hcp', () => {
  it('is there where project and workspaces are made, and nowhere else', () => {
    expect(Object.keys(synth(smallZone({ backend: backend(undefined) })))).toContain('hcp');
    const { manage: _, ...unmanaged } = backend();
    for (const each of [unmanaged, { type: 'local' } as const])
      expect(Object.keys(synth(smallZone({ backend: each })))).not.toContain('hcp');
  });

  it('makes a workspace for every other stack, in the project', () => {
    const names = Object.values(resources(hcp, 'tfe_workspace')).map(({ name }) => name);
    const others = Object.keys(stacks).filter((name) => name !== 'hcp');
    expect(names.sort()).toEqual(others.map((name) => `lz-${name}`).sort());
    for (const { project_id } of Object.values(resources(hcp, 'tfe_workspace')))
      expect(project_id).toBe(reference('tfe_project.project.id'));
  });

  it('is deployed before every other, and keeps its state outside of the project that it makes', () => {
    expect(hcp.dependencies).toEqual([]);
    const first = Object.values(stacks).filter(({ name, dependencies }) => name !== 'hcp' && dependencies.length === 0);
    expect(first).toEqual([]);
    expect(find(stacks, 'management').dependencies).toEqual(['hcp']);
    expect(hcp.json.terraform.cloud.workspaces).toEqual({ name: 'lz-hcp' });
    expect(find(stacks, 'security').json.terraform.cloud.workspaces.project).toBe('governance');
  });

  it('lets a state be read by the stacks that do, and by no others', () => {
    expect([...consumers(hcp)].sort()).toEqual([...dataEdges(stacks)].sort());
    expect(consumers(hcp)).toContain('compliance reads management');
    expect(consumers(hcp)).not.toContain('compliance reads account-models');
  });

  it('writes every boolean of settings, since the provider resets what is left out, and none of them twice', () => {
    const settings = Object.values(resources(hcp, 'tfe_workspace_settings'));
    for (const each of settings)
      expect(each).toMatchObject({
        global_remote_state: false,
        auto_apply: false,
        assessments_enabled: false,
        remote_state_consumer_ids: expect.any(Array),
        execution_mode: expect.any(String),
      });
    const twice = [
      'auto_apply',
      'assessments_enabled',
      'execution_mode',
      'global_remote_state',
      'remote_state_consumer_ids',
    ];
    for (const workspace of Object.values(resources(hcp, 'tfe_workspace')))
      expect(Object.keys(workspace).filter((argument) => twice.includes(argument))).toEqual([]);
  });

  it('keeps workspaces, since they hold states, and lets none be destroyed by a run', () => {
    for (const workspace of Object.values(resources(hcp, 'tfe_workspace')))
      expect(workspace).toMatchObject({
        lifecycle: { prevent_destroy: true },
        allow_destroy_plan: false,
        force_delete: false,
        queue_all_runs: false,
      });
    for (const workspace of Object.values(resources(find(managed({}, { protection: 'off' }), 'hcp'), 'tfe_workspace')))
      expect(workspace).toMatchObject({ allow_destroy_plan: true, force_delete: false });
  });

  it('runs where the settings say, but for what an operator applies', () => {
    const identity = { github };
    expect(executions(find(managed({}, { identity }), 'hcp'))).toMatchObject({
      'own-settings': 'local',
      'settings-identity': 'local',
      'settings-management': 'remote',
    });
    const pool = find(managed({ execution: { agentPool: 'aws' } }, { identity }), 'hcp');
    expect(executions(pool)).toMatchObject({ 'settings-identity': 'local', 'settings-management': 'agent' });
    expect(resource(pool, 'tfe_agent_pool', 'agent-pool')).toMatchObject({ name: 'aws', organization_scoped: false });
    expect(new Set(Object.values(executions(find(managed({ execution: 'local' }), 'hcp'))))).toEqual(
      new Set(['local']),
    );
  });

  it('pins Terraform in each workspace, and the provider', () => {
    for (const { terraform_version } of Object.values(resources(hcp, 'tfe_workspace')))
      expect(terraform_version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(hcp.json.terraform.required_providers.tfe).toEqual({ source: 'hashicorp/tfe', version: '~> 0.71.0' });
  });

  it('has no secret, and names no token', () => {
    expect(hcp.json.provider.tfe).toEqual([{ hostname: 'app.terraform.io', organization: 'acme' }]);
  });
});

describe('a workspace whose account has left', () => {
  const withLedger = (ledger: Partial<Ledger>) =>
    find(synth({ ...zone, ledger: { ...zone.ledger, ...ledger } }), 'hcp');
  const zone = smallZone({ backend: backend() }, ['models']);
  const left = { 'tfe_workspace.workspace-account-gone': ['tfe_workspace_settings.settings-account-gone'] };
  const models = { 'tfe_workspace.workspace-account-models': ['tfe_workspace_settings.settings-account-models'] };

  it('stays in HCP Terraform with the state in it', () => {
    expect(withLedger({ protected: { hcp: left } }).json.removed).toEqual(
      ['tfe_workspace.workspace-account-gone', 'tfe_workspace_settings.settings-account-gone'].map((from) => ({
        from,
        lifecycle: { destroy: false },
      })),
    );
  });

  it('is taken up again with the account', () => {
    expect(withLedger({ kept: { hcp: models } }).json.import).toEqual([
      { to: 'tfe_workspace.workspace-account-models', id: 'acme/lz-account-models' },
    ]);
  });
});

describe('runs', () => {
  it('find the two roles of the management account in their environment, and no workspace can name others', () => {
    const with_ = find(managed({}, { identity: { hcp: {} } }), 'hcp');
    const variables = Object.values(resources(with_, 'tfe_variable'));
    expect(Object.fromEntries(variables.map(({ key, value }) => [key, value]))).toEqual({
      TFC_AWS_PROVIDER_AUTH: 'true',
      TFC_AWS_PLAN_ROLE_ARN: 'arn:aws:iam::111122223333:role/acme-ai-plan',
      TFC_AWS_APPLY_ROLE_ARN: 'arn:aws:iam::111122223333:role/acme-ai-apply',
      AWS_REGION: 'eu-central-1',
      AWS_MAX_ATTEMPTS: '25',
    });
    expect(resource(with_, 'tfe_variable_set', 'run-environment')).toMatchObject({ priority: true, global: false });
    expect(resources(hcp, 'tfe_variable')).toEqual({});
  });

  it('are triggered by nobody unless the settings say so, and then along what is read', () => {
    const triggers = (runTriggers: 'core' | 'all') =>
      Object.keys(resources(find(managed({ runTriggers }), 'hcp'), 'tfe_run_trigger'));
    expect(resources(hcp, 'tfe_run_trigger')).toEqual({});
    expect(triggers('core').sort()).toEqual([
      'trigger-log-archive-by-management',
      'trigger-security-by-log-archive',
      'trigger-security-by-management',
    ]);
    expect(triggers('all')).toHaveLength(dataEdges(stacks).length);
    expect(triggers('all')).not.toContain('trigger-compliance-by-account-models');
  });

  it('are told of to members of the organization, by no address that is a secret', () => {
    const notifications: Manage['notifications'] = [
      { name: 'failed', emails: ['on-call@example.com'], on: ['run:errored', 'assessment:drifted'] },
    ];
    const told = find(managed({ notifications }), 'hcp');
    expect(Object.keys(resources(told, 'tfe_notification_configuration'))).toHaveLength(
      Object.keys(resources(told, 'tfe_workspace')).length,
    );
    for (const each of Object.values(resources(told, 'tfe_notification_configuration'))) {
      expect(each).toMatchObject({ destination_type: 'email', enabled: true });
      expect(each).not.toHaveProperty('url');
    }
  });

  it('are held against rules where the settings say so, of which that about what is destroyed ends with protection', () => {
    const policies = (protection: 'on' | 'off') =>
      Object.values(resources(find(managed({ policies: 'mandatory' }, { protection }), 'hcp'), 'tfe_policy'));
    expect(resources(hcp, 'tfe_policy')).toEqual({});
    expect(policies('on').map(({ name }) => name)).toEqual([
      'acme-ai-closed-trust',
      'acme-ai-guarded-providers',
      'acme-ai-keep-protected',
    ]);
    expect(policies('off').map(({ name }) => name)).not.toContain('acme-ai-keep-protected');
    for (const { policy, query, enforce_mode, kind } of policies('on')) {
      expect({ kind, enforce_mode }).toEqual({ kind: 'opa', enforce_mode: 'mandatory' });
      expect(policy).toContain(`package ${query.replace(/^data\.(.*)\.deny$/, '$1')}\n`);
    }
  });

  it('are admitted to the teams that the settings name', () => {
    const teams: Manage['teams'] = [{ name: 'Platform team', access: 'write' }];
    const [access] = Object.values(resources(find(managed({ teams }), 'hcp'), 'tfe_team_project_access'));
    expect(access).toMatchObject({ access: 'write', project_id: reference('tfe_project.project.id') });
  });
});

describe('three hundred accounts', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({
    name: `workload-${index}`,
    email: `aws+${index}@example.com`,
    ou: 'Sandbox',
    owner: 'research',
  }));
  const all = synth(
    zoneOf({
      settings: {
        regions: ['eu-central-1'],
        backend: backend({
          runTriggers: 'all',
          notifications: [{ name: 'failed', emails: ['a@example.com'], on: ['run:errored'] }],
        }),
        organization: { accountQuota: 400 },
      },
      controls: [],
      accounts: [...sampleAccounts().filter(({ role }) => role !== undefined), ...many],
    }),
  );
  const large = find(all, 'hcp');

  it('have a workspace each, within every limit of names, sources and notifications', () => {
    const workspaces = Object.values(resources(large, 'tfe_workspace'));
    expect(workspaces).toHaveLength(Object.keys(all).length - 1);
    expect(Math.max(...workspaces.map(({ name }) => name.length))).toBeLessThanOrEqual(90);
    const sources = new Map<string, number>();
    for (const { workspace_id } of Object.values(resources(large, 'tfe_run_trigger')))
      sources.set(workspace_id, (sources.get(workspace_id) ?? 0) + 1);
    expect(Math.max(...sources.values())).toBeLessThanOrEqual(3);
  });

  it('read what they read when they were built one by one, although they are written from a draft', () => {
    expect([...consumers(large)].sort()).toEqual([...dataEdges(all)].sort());
    expect(consumers(large)).toContain('account-workload-299 reads security');
    expect(resource(large, 'tfe_workspace_settings', 'settings-management').remote_state_consumer_ids).toContain(
      idOf('account-workload-299'),
    );
  });

  it('cost a plan minutes of the API, not hours', () => {
    const counts: Record<string, number> = {};
    for (const { type } of allResources(large)) counts[type] = (counts[type] ?? 0) + 1;
    const { requests, seconds } = planCost(counts);
    expect(requests).toBeGreaterThan(4 * 300);
    expect(seconds).toBeLessThan(180);
  });
});

describe('what a plan costs of the API', () => {
  it('is what was measured: two requests for a workspace and two for its settings, at two thirds of thirty a second', () => {
    expect(planCost({ tfe_workspace: 60, tfe_workspace_settings: 60, tfe_project: 1 })).toEqual({
      requests: 241,
      seconds: 13,
    });
  });
});
