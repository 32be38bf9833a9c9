import { EventRecord } from '../../emulator/event-record';
import { organizations } from '../../emulator/services/organizations';
import { Clock } from '../../emulator/toolkit/clock';
import type { Service } from '../../emulator/toolkit/service';
import { defaultSettings, type Moto, type World, type WorldSettings } from '../../emulator/world';
import { invoke } from './calls';
import type { Json } from './json';

/** The management account of each fake world. */
export const MANAGEMENT = '111111111111';

/** A fake world that also lets a test talk to its Organizations and hear what was asked of moto. */
export interface FakeWorld extends World {
  /** What the services are told of calls: nothing, until a test adds some. */
  readonly events: EventRecord;
  /** Calls an operation of Organizations, as the management account unless told otherwise. */
  organizations(operation: string, input?: Json, account?: string): Promise<Json>;
  /** Creates a member account and answers its id. */
  vend(name: string): Promise<string>;
  /** Requests that moto has seen, in order. */
  readonly motoRequests: Parameters<Moto['request']>[0][];
}

/** What a test may replace in its fake world. */
export interface FakeWorldOptions {
  readonly settings?: Partial<WorldSettings>;
  /** moto's answer to a request. @default 200 with an empty body */
  readonly moto?: (request: Parameters<Moto['request']>[0]) => { status: number; body: string };
  readonly isRecording?: World['isRecording'];
  /** @default true, unless the settings say that it exists */
  readonly withOrganization?: boolean;
}

/** A world with the real Organizations, a moto that answers from the test, and an organization that is just created. */
export function fakeWorld(options: FakeWorldOptions = {}): FakeWorld {
  const motoRequests: Parameters<Moto['request']>[0][] = [];
  const moto: Moto = {
    request: async (request) => {
      motoRequests.push(request);
      return options.moto?.(request) ?? { status: 200, body: '' };
    },
  };
  const settings: WorldSettings = {
    ...defaultSettings,
    managementAccount: MANAGEMENT,
    ...options.settings,
  };
  const clock = new Clock(settings.now);
  const events = new EventRecord();
  let serial = 0;
  const newId = (length: number) => {
    serial += 1;
    return serial.toString(16).padStart(length, '0');
  };
  const { service, view } = organizations({ settings, moto, clock, newId });
  const ask = (operation: string, input: Json = {}, account = settings.managementAccount) =>
    callOf(service)(operation, input, account, 'us-east-1');
  if (options.withOrganization ?? !settings.existing) void ask('CreateOrganization');
  return {
    settings,
    organization: view,
    moto,
    clock,
    events,
    newId,
    isRecording: options.isRecording ?? (() => false),
    organizations: ask,
    vend: async (name) => {
      await ask('CreateAccount', { AccountName: name, Email: `${name}@example.com` });
      return view.accounts().find((account) => account.name === name)?.id ?? '';
    },
    motoRequests,
  };
}

/** Calls a service's operations by their API names, past HTTP and routing. */
export const callOf =
  (service: Service) =>
  (operation: string, input: Json = {}, account = MANAGEMENT, region = 'us-east-1'): Promise<Json> =>
    invoke(service, operation, input, { account, region });

/** What a rejected call has to carry: the error code, and the reason where the code has several. */
export const refusal = (code: string, Reason?: string): unknown =>
  expect.objectContaining({ code, ...(Reason && { members: { Reason } }) });
