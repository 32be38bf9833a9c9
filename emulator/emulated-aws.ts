import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAuthorization } from './authorization/authorization';
import { createServices } from './create-services';
import { withEmptyLists } from './empty-lists';
import { environmentFor } from './environment';
import { Credentials } from './gateway/credentials';
import { type FaultSettings, Faults } from './gateway/faults';
import { Gate } from './gateway/gate';
import { createGateway, type GatewayParts } from './gateway/gateway';
import { RequestLog } from './gateway/request-log';
import { routerOf } from './gateway/router';
import { MotoInventory } from './moto/inventory';
import { type StartedMoto, startMoto } from './moto/server';
import { ADMINISTRATOR, createAdministrator } from './services/iam/administrator';
import { createAccessRole } from './services/organizations/access-role';
import type { Clock } from './toolkit/clock';
import type { Leftover } from './toolkit/store';
import { defaultSettings, type OrganizationAccount, type WorldSettings } from './world';

/** A running emulated AWS on a loopback port. */
export interface EmulatedAws {
  readonly port: number;
  /** Of an administrator of the management account. */
  readonly accessKey: string;
  readonly managementAccount: string;
  /** Accounts of the organization; empty where there is none. */
  accounts(): readonly OrganizationAccount[];
  /** Calls back when an account has joined or left. */
  onChange(listener: () => void): void;
  /** The time in the emulated AWS. */
  readonly clock: Clock;
  /** Where issuers of web identity tokens are reached by HTTP, by their URL. Nobody else's tokens can be verified. */
  readonly issuers: Map<string, string>;
  /** Environment variables that lead Terraform and the AWS CLI here, with an administrator of the management account. */
  readonly environment: Readonly<Record<string, string>>;
  /** The same with a session of a role of the management account, as whoever the role trusts would have it. */
  environmentOf(role: string): Readonly<Record<string, string>>;
  /** Everything that exists in any account and that its maker would have to delete. */
  leftovers(): Promise<readonly Leftover[]>;
  readonly requestCount: number;
  /** Lets a share of the calls fail from now on. */
  setFaults(settings: FaultSettings): void;
  /** Shut it, and every request waits. */
  readonly gate: Gate;
  /** Resolves once it answers no more, on purpose or not. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** Options of startEmulatedAws. */
export interface EmulatedAwsOptions {
  readonly settings?: Partial<WorldSettings>;
  /** File for one JSON line per request. */
  readonly logFile?: string;
  readonly faults?: FaultSettings;
  /** @default a free one */
  readonly port?: number;
}

/** Starts the emulated AWS: an empty management account, and whatever organization and accounts the settings say exist. */
export async function startEmulatedAws(options: EmulatedAwsOptions): Promise<EmulatedAws> {
  const settings = { ...defaultSettings, ...options.settings };
  const moto = await startMoto();
  try {
    await createAdministrator(moto, settings.managementAccount);
    for (const { id } of [...settings.outsideAccounts, ...(settings.existing?.accounts ?? [])])
      await createAccessRole(moto, id, settings.managementAccount);
    return await open(options, settings, moto);
  } catch (error) {
    await moto.close();
    throw error;
  }
}

async function open(options: EmulatedAwsOptions, settings: WorldSettings, moto: StartedMoto): Promise<EmulatedAws> {
  const credentials = new Credentials();
  const { world, events, services, inventories, isOpen } = createServices(settings, moto, credentials);
  const { organization, clock } = world;
  const faults = new Faults(options.faults);
  const motoInventory = new MotoInventory();
  const log = new RequestLog(options.logFile);
  const routers = new Map(withEmptyLists(services).map((service) => [service.name, routerOf(service)]));
  const gate = new Gate();
  const authorization = createAuthorization(world);
  const issuers = new Map(Object.entries(settings.issuers));
  const note: GatewayParts['note'] = (event) => events.add({ ...event, time: clock.seconds() });
  const server = createGateway({
    webIdentities: { moto, clock, issuers },
    ...{ credentials, routers, moto, motoInventory, faults, log, gate, isOpen, authorization, note },
  });
  const port = await listen(server, options.port ?? 0);

  const accessKey = credentials.issueUserKey(settings.managementAccount, ADMINISTRATOR);
  return {
    port,
    accessKey,
    managementAccount: settings.managementAccount,
    accounts: () => organization.accounts(),
    onChange: (listener) => {
      organization.onJoin(listener);
      organization.onLeave(listener);
    },
    clock,
    issuers,
    environment: environmentFor(port, accessKey),
    environmentOf: (role) =>
      environmentFor(port, credentials.issueSessionKey(settings.managementAccount, role, role).key),
    leftovers: async () => [
      ...inventories.flatMap((inventory) => inventory.leftovers()),
      ...(await motoInventory.leftovers(moto)),
    ],
    get requestCount() {
      return log.count;
    },
    setFaults: (next) => faults.set(next),
    gate,
    ended: moto.ended,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([moto.close(), log.close()]);
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
