import { join } from 'node:path';
import { endGroups } from '../deployment/process-groups';
import { providerEnvironment } from '../deployment/provider-mirror';
import { type EmulatedAws, type EmulatedAwsOptions, startEmulatedAws } from '../emulator/emulated-aws';
import type { LandingZone } from '../schema/landing-zone';
import { callersIn } from './callers';
import { readCalls } from './calls';
import { type Lockout, lockouts } from './lockout';
import { Run, type RunOptions } from './run';
import { startBackend } from './state-backend';
import type { Tools } from './tools';
import { worldOf } from './world';

export interface EmulatedRunOptions extends Pick<RunOptions, 'interrupt' | 'refresh' | 'onBegin' | 'onProgress'> {
  readonly zone: LandingZone;
  readonly tools: Tools;
  /** Holds output, state and logs. */
  readonly folder: string;
  /** Share of calls that AWS refuses for a moment, 0 to 1, and the seed of the choice. @default - none */
  readonly faults?: EmulatedAwsOptions['faults'];
  /** What the emulated AWS does otherwise than the landing zone makes it. @default - nothing */
  readonly world?: EmulatedAwsOptions['settings'];
  /** Port of the emulated AWS. @default - a free one */
  readonly port?: number;
}

/** What a run in the emulated AWS cost, and what it would not have been allowed to do. */
export interface RunFigures {
  /** Calls of the rehearsal that the landing zone's own policies would deny to its deploy role. */
  readonly lockouts: readonly Lockout[];
  /** Requests of Terraform to AWS. */
  readonly requests: number;
  readonly seconds: number;
}

/** Terraform beside the emulated AWS that it works in. */
export interface EmulatedRun {
  readonly run: Run;
  readonly aws: EmulatedAws;
  /** The figures up to now. */
  readonly figures: () => Promise<RunFigures>;
}

/**
 * Starts the emulated AWS with the world around the landing zone, works in it, and ends it with everything that was started.
 *
 * @throws Error where the emulated AWS ends before the work does
 */
export async function inEmulatedAws<T>(
  options: EmulatedRunOptions,
  work: (running: EmulatedRun) => Promise<T>,
): Promise<T> {
  const { zone, tools, folder, world, faults, port } = options;
  const started = performance.now();
  const logFile = join(folder, requestLog);
  const aws = await startEmulatedAws({ settings: { ...worldOf(zone), ...world }, faults, logFile, port });
  const provider = providerEnvironment(tools.engine, tools.providerMirror, folder);
  const states = await startBackend(zone.backend, aws, folder);
  const environment = { ...aws.environment, ...provider, ...states.environment };
  const run = new Run({
    ...options,
    gate: aws.gate,
    environment,
    statesAreElsewhere: zone.backend.type !== 'local',
    callers: callersIn(zone, aws),
  });
  const figures = async (): Promise<RunFigures> => {
    const seconds = (performance.now() - started) / 1000;
    const requests = aws.requestCount;
    return { lockouts: lockouts(zone, await readCalls(logFile, requests)), requests, seconds };
  };
  try {
    return await Promise.race([endOf(aws), work({ run, aws, figures })]);
  } finally {
    endGroups();
    await states.close();
    await aws.close();
  }
}

/** One line of JSON for each request. */
const requestLog = 'requests.jsonl';

/** @throws Error where the emulated AWS ends before its time, because nothing could go on then */
async function endOf(aws: EmulatedAws): Promise<never> {
  await aws.ended;
  throw new Error('The emulated AWS ended: moto_server was stopped, or it crashed');
}
