import { appendFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../toolkit/clock';
import type { ApiRoutes } from './api/call';
import { RateLimit } from './api/rate-limit';
import { createApiServer, type LoggedRequest } from './api/server';
import { announceRun } from './notices';
import { referTo } from './records';
import type { Engine } from './runs/engine';
import { IdentityTokens } from './runs/identity';
import { cliConfigFor, jobOf } from './runs/job';
import { RunQueue } from './runs/queue';
import { startTriggered } from './runs/triggers';
import { agentPoolRoutes } from './subjects/agent-pools';
import { Configurations, configurationVersionRoutes } from './subjects/configuration-versions';
import { consumerRoutes } from './subjects/consumers';
import { notificationRoutes } from './subjects/notifications';
import { organizationRoutes } from './subjects/organizations';
import { policyRoutes } from './subjects/policies';
import { policySetRoutes } from './subjects/policy-sets';
import { createProject, projectRoutes } from './subjects/projects';
import { runTriggerRoutes } from './subjects/run-triggers';
import { runRoutes } from './subjects/runs';
import { stateVersionRoutes } from './subjects/state-versions';
import { tagBindingRoutes } from './subjects/tag-bindings';
import { teamProjectRoutes } from './subjects/team-projects';
import { createTeam, organizationPermissions, teamRoutes } from './subjects/teams';
import { variableSetRoutes } from './subjects/variable-sets';
import { variableRoutes } from './subjects/variables';
import { workspaceActionRoutes } from './subjects/workspace-actions';
import { workspaceRoutes } from './subjects/workspaces';
import { defaultHcpSettings, type HcpSettings, HcpWorld } from './world';

/** Options of startHcpDouble. */
export interface HcpDoubleOptions {
  readonly settings?: Partial<HcpSettings>;
  /** Executes runs. @default none: a run ends as errored, and says why */
  readonly engine?: Engine;
  /** Text of a CLI configuration that says where runs find their providers. @default they ask the registry */
  readonly cliConfig?: string;
  /** Environment of every run, such as what leads the AWS provider to an emulated AWS. */
  readonly environment?: Readonly<Record<string, string>>;
  /** @default a free one */
  readonly port?: number;
  /** File for one JSON line per request. */
  readonly logFile?: string;
}

/** A running double of HCP Terraform on a loopback port. */
export interface HcpDouble {
  readonly port: number;
  /** `http://127.0.0.1:4600` */
  readonly address: string;
  readonly settings: HcpSettings;
  /** Tokens of a user who owns the organization, of its owners team, and of the organization itself. */
  readonly tokens: { readonly user: string; readonly owners: string; readonly organization: string };
  readonly clock: Clock;
  /** A CLI configuration that leads Terraform and the tfe provider here with a token. */
  cliConfig(token: string): string;
  /** Requests up to now, the oldest first. */
  readonly requests: readonly LoggedRequest[];
  close(): Promise<void>;
}

/** Starts the double: one organization with a default project and an owners team. */
export async function startHcpDouble(options: HcpDoubleOptions = {}): Promise<HcpDouble> {
  const settings = { ...defaultHcpSettings, ...options.settings };
  const world = new HcpWorld(settings);
  world.organization.relations['default-project'] = referTo(createProject(world, 'Default Project'));
  const everything = Object.fromEntries(organizationPermissions.map((permission) => [permission, true]));
  const owners = createTeam(world, 'owners', { 'organization-access': everything });
  const user = world.add('users', 'user', { username: 'owner' }, {});
  const configurations = new Configurations();
  const identity = new IdentityTokens(world);
  const engine = options.engine ?? noEngine;
  const { cliConfig = '', environment = {} } = options;
  world.runs = new RunQueue(world, {
    engine,
    jobOf: (run) => jobOf(world, { configurations, identity, cliConfig, environment }, run),
  });
  world.listeners.push(
    (run) => announceRun(world, run),
    (run) => startTriggered(world, run),
  );
  const requests: LoggedRequest[] = [];
  const server = createApiServer({
    world,
    routes: routesOf(world, configurations),
    documents: {
      '/.well-known/terraform.json': () => discovery,
      '/.well-known/openid-configuration': identity.configuration,
      '/.well-known/jwks': identity.keys,
    },
    limit: new RateLimit(settings.requestsPerSecond),
    note: (request) => {
      requests.push(request);
      if (options.logFile) appendFileSync(options.logFile, `${JSON.stringify(request)}\n`);
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  world.address = `http://127.0.0.1:${port}`;
  return {
    port,
    address: world.address,
    settings,
    tokens: {
      user: world.tokens.issue({ kind: 'user', id: user.id }),
      owners: world.tokens.issue({ kind: 'team', id: owners.id }),
      organization: world.tokens.issue({ kind: 'organization', id: settings.organization }),
    },
    clock: world.clock,
    cliConfig: (token) => cliConfigFor(world, token),
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
    },
  };
}

const routesOf = (world: HcpWorld, configurations: Configurations): ApiRoutes => ({
  ...organizationRoutes(world),
  ...projectRoutes(world),
  ...workspaceRoutes(world),
  ...workspaceActionRoutes(world),
  ...tagBindingRoutes(world),
  ...consumerRoutes(world),
  ...stateVersionRoutes(world),
  ...variableRoutes(world),
  ...variableSetRoutes(world),
  ...runTriggerRoutes(world),
  ...teamRoutes(world),
  ...teamProjectRoutes(world),
  ...agentPoolRoutes(world),
  ...policyRoutes(world),
  ...policySetRoutes(world),
  ...notificationRoutes(world),
  ...configurationVersionRoutes(world, configurations),
  ...runRoutes(world),
});

/** Source: the document of app.terraform.io, as far as the double serves it. */
const discovery = { 'state.v2': '/api/v2/', 'tfe.v2': '/api/v2/', 'tfe.v2.1': '/api/v2/', 'tfe.v2.2': '/api/v2/' };

const absent = async (): Promise<never> => {
  throw new Error('the double was started without Terraform, so it executes no run');
};

const noEngine: Engine = {
  version: undefined,
  plan: absent,
  apply: absent,
  stop: () => undefined,
  planJson: async () => undefined,
  close: async () => undefined,
};
