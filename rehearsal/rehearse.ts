import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmulatedAws, type EmulatedAwsOptions, startEmulatedAws } from '../emulator/emulated-aws';
import type { LandingZone } from '../schema/landing-zone';
import { synthesizeLandingZone } from '../stacks';
import { readCalls } from './calls';
import { takeFolder } from './folder';
import { inOrder } from './in-order';
import { type Lockout, lockouts } from './lockout';
import { readManifest, type SynthesizedStack, withDependencies } from './manifest';
import { endGroups } from './process-groups';
import { providerEnvironment } from './provider-mirror';
import { Run, type RunOptions, type Step } from './run';
import type { Tools } from './tools';
import { worldOf } from './world';

export interface RehearsalOptions {
  readonly zone: LandingZone;
  readonly tools: Tools;
  /** Emptied, then holds output, state and logs. */
  readonly folder: string;
  /** Rehearse this stack and what it needs. @default - every stack */
  readonly stack?: string;
  /** Share of calls that AWS refuses for a moment, 0 to 1, and the seed of the choice. @default - none */
  readonly faults?: EmulatedAwsOptions['faults'];
  /** What the emulated AWS does otherwise than the landing zone makes it. @default - nothing */
  readonly world?: EmulatedAwsOptions['settings'];
  /** A stack whose first apply is cut off in the middle and run again. @default - none */
  readonly interrupt?: string;
  /** Let release and destroy read everything once more, as `cdktf` does. @default - they trust the plan before them, to save time */
  readonly refresh?: boolean;
  /** Port of the emulated AWS. @default - a free one */
  readonly port?: number;
  /** Called when a phase of a stack begins. */
  readonly onBegin?: RunOptions['onBegin'];
  /** Called when a phase of a stack is over. */
  readonly onProgress?: RunOptions['onProgress'];
  /** Holds what was deployed after the second plan, until it resolves: then nothing is torn down, and what a visitor did counts nowhere. */
  readonly visit?: (aws: EmulatedAws, result: RehearsalResult) => Promise<void>;
}

/** What a rehearsal showed. It is green where `drift`, `leftovers` and `lockouts` are empty. */
export interface RehearsalResult {
  readonly steps: readonly Step[];
  /** Stacks whose second plan was not empty, with the plan. */
  readonly drift: readonly { readonly stack: string; readonly plan: string }[];
  /** What still existed after everything was destroyed. */
  readonly leftovers: readonly { readonly account: string; readonly resource: string }[];
  /** Calls of the rehearsal that the landing zone's own policies would deny to its deploy role. */
  readonly lockouts: readonly Lockout[];
  /** Whether everything was destroyed and looked for. */
  readonly tornDown: boolean;
  /** Requests of Terraform to AWS. */
  readonly requests: number;
  readonly seconds: number;
}

/**
 * Deploys the landing zone into an emulated AWS with real Terraform, plans again, destroys in reverse order, and looks for what is
 * left. The JSON is the one that is deployed to AWS, but for where state is kept.
 *
 * @throws TerraformFailure where a command fails; what was deployed is in the folder's state then
 */
export async function rehearse(options: RehearsalOptions): Promise<RehearsalResult> {
  const { folder, visit } = options;
  const zone: LandingZone = { ...options.zone, backend: { type: 'local' } };
  const { release } = takeFolder(folder);
  try {
    const stacks = synthesize(zone, join(folder, 'cdktf.out'), options.stack);
    const started = performance.now();
    const aws = await startEmulatedAws({
      settings: { ...worldOf(zone), ...options.world },
      faults: options.faults,
      logFile: join(folder, requestLog),
      port: options.port,
    });
    const run = new Run({
      ...options,
      gate: aws.gate,
      environment: {
        ...aws.environment,
        ...providerEnvironment(options.tools.engine, options.tools.providerMirror, folder),
      },
    });
    const resultNow = async (torn: Pick<RehearsalResult, 'tornDown' | 'leftovers'>): Promise<RehearsalResult> => {
      const seconds = (performance.now() - started) / 1000;
      const requests = aws.requestCount;
      const calls = await readCalls(join(folder, requestLog), requests);
      return { steps: run.steps, drift: run.drift, lockouts: lockouts(zone, calls), ...torn, requests, seconds };
    };
    try {
      return await Promise.race([
        endOf(aws),
        (async () => {
          await deploy(run, stacks);
          if (!visit) {
            await tearDown(run, stacks, zone, join(folder, 'cdktf.out'));
            return await resultNow({ tornDown: true, leftovers: await aws.leftovers() });
          }
          const result = await resultNow({ tornDown: false, leftovers: [] });
          await visit(aws, result);
          return result;
        })(),
      ]);
    } finally {
      endGroups();
      await aws.close();
    }
  } finally {
    release();
  }
}

/** The stacks of a landing zone with what each needs, as they would be rehearsed. */
export function stacksOf(zone: LandingZone): readonly SynthesizedStack[] {
  const outdir = mkdtempSync(join(tmpdir(), 'landing-zone-stacks-'));
  try {
    return synthesize(zone, outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Stacks that are deployed at once: most of their time is spent waiting for AWS, 55 seconds alone for a bucket's lifecycle rules. */
const waitingWidth = 8;
/** Stacks that are planned or destroyed at once: that takes the processor's time. */
const workingWidth = 4;

async function deploy(run: Run, stacks: readonly SynthesizedStack[]): Promise<void> {
  await Promise.all([
    inOrder(stacks, 1, inAnyOrder, run.init),
    inOrder(largestFirst(stacks), waitingWidth, dependenciesOf, (stack) => run.deploy(stack)),
  ]);
  await inOrder(largestFirst(stacks), workingWidth, inAnyOrder, (stack) => run.planAgain(stack));
}

/** Takes the protection off where there is one, and destroys everything. */
async function tearDown(
  run: Run,
  stacks: readonly SynthesizedStack[],
  zone: LandingZone,
  outdir: string,
): Promise<void> {
  const protectedJson = new Map(stacks.map(({ name, directory }) => [name, readStack(directory)]));
  synthesize({ ...zone, protection: 'off' }, outdir);
  const readersOf = readersIn(stacks);
  const changed = stacks
    .filter(({ name, directory }) => readStack(directory) !== protectedJson.get(name))
    .sort((a, b) => readersOf(a).length - readersOf(b).length);
  await Promise.all([
    inOrder(changed, workingWidth / 2, inAnyOrder, run.release),
    inOrder(stacks, workingWidth, readersOf, async (stack) => {
      if (changed.includes(stack)) await run.release(stack);
      await run.destroy(stack);
    }),
  ]);
}

/** @throws Error where the emulated AWS ends before its time, because nothing could go on then */
async function endOf(aws: EmulatedAws): Promise<never> {
  await aws.ended;
  throw new Error('The emulated AWS ended: moto_server was stopped, or it crashed');
}

/** One line of JSON for each request. */
const requestLog = 'requests.jsonl';

function synthesize(zone: LandingZone, outdir: string, stack?: string): SynthesizedStack[] {
  synthesizeLandingZone(zone, { outdir });
  const stacks = readManifest(outdir);
  return stack ? withDependencies(stacks, stack) : stacks;
}

/** What takes longest is begun first, of those that may begin. */
const largestFirst = (stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] => {
  const sizes = new Map(stacks.map(({ name, directory }) => [name, readStack(directory).length]));
  return [...stacks].sort((a, b) => (sizes.get(b.name) ?? 0) - (sizes.get(a.name) ?? 0));
};

const readStack = (directory: string): string => readFileSync(join(directory, 'cdk.tf.json'), 'utf8');

const inAnyOrder = (): string[] => [];

const dependenciesOf = (stack: SynthesizedStack): readonly string[] => stack.dependencies;

const readersIn =
  (stacks: readonly SynthesizedStack[]) =>
  ({ name }: SynthesizedStack): string[] =>
    stacks.filter(({ dependencies }) => dependencies.includes(name)).map((reader) => reader.name);
