import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EmulatedAws, type EmulatedAwsOptions, startEmulatedAws } from '../emulator/emulated-aws';
import { scpQuotas } from '../schema/facts/quotas';
import type { LandingZone } from '../schema/landing-zone';
import { synthesizeLandingZone } from '../stacks';
import { type Lockout, lockouts } from './lockout';
import { inOrder, readManifest, type SynthesizedStack, withDependencies } from './manifest';
import { providerEnvironment } from './provider-mirror';
import { Run, type Step } from './run';
import type { Tools } from './tools';

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
  /** Stacks that run at once: most of their time is spent waiting for AWS. @default 4 */
  readonly width?: number;
  /** Called when a phase of a stack is over. */
  readonly onProgress?: (step: Step) => void;
  /** Called after the second plan while everything stands; nothing is destroyed where it answers `leave`. */
  readonly onDeployed?: (aws: EmulatedAws) => Promise<'destroy' | 'leave'>;
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
  const { tools, folder, width = 4, onDeployed } = options;
  const zone: LandingZone = { ...options.zone, backend: { type: 'local' } };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'state'), { recursive: true });
  const outdir = join(folder, 'cdktf.out');
  const stacks = synthesize(zone, outdir, options.stack);

  const started = performance.now();
  const aws = await startEmulatedAws({
    settings: { ...worldOf(zone), ...options.world },
    faults: options.faults,
    logFile: join(folder, requestLog),
  });
  const run = new Run({
    ...options,
    gate: aws.gate,
    environment: { ...aws.environment, ...providerEnvironment(tools.engine, tools.providerMirror, folder) },
  });
  let leftovers: RehearsalResult['leftovers'] = [];
  try {
    await Promise.all([
      inOrder(stacks, 1, inAnyOrder, run.init),
      inOrder(stacks, width, dependenciesOf, (stack) => run.deploy(stack)),
    ]);
    await inOrder(stacks, width, inAnyOrder, (stack) => run.planAgain(stack));
    if (!onDeployed || (await onDeployed(aws)) === 'destroy') {
      const protectedJson = new Map(stacks.map(({ name, directory }) => [name, readStack(directory)]));
      synthesize({ ...zone, protection: 'off' }, outdir);
      const readersOf = readersIn(stacks);
      const changed = stacks
        .filter(({ name, directory }) => readStack(directory) !== protectedJson.get(name))
        .sort((a, b) => readersOf(a).length - readersOf(b).length);
      await Promise.all([
        inOrder(changed, Math.ceil(width / 2), inAnyOrder, run.release),
        inOrder(stacks, width, readersOf, async (stack) => {
          if (changed.includes(stack)) await run.release(stack);
          await run.destroy(stack);
        }),
      ]);
      leftovers = await aws.leftovers();
    }
  } finally {
    await aws.close();
  }
  const seconds = (performance.now() - started) / 1000;
  const calls = readFileSync(join(folder, requestLog), 'utf8').trim().split('\n');
  return {
    steps: run.steps,
    drift: run.drift,
    leftovers,
    lockouts: lockouts(
      zone,
      calls.map((line) => JSON.parse(line)),
    ),
    requests: aws.requestCount,
    seconds,
  };
}

/** One line of JSON for each request. */
const requestLog = 'requests.jsonl';

function synthesize(zone: LandingZone, outdir: string, stack?: string): SynthesizedStack[] {
  synthesizeLandingZone(zone, { outdir });
  const stacks = readManifest(outdir);
  return stack ? withDependencies(stacks, stack) : stacks;
}

const readStack = (directory: string): string => readFileSync(join(directory, 'cdk.tf.json'), 'utf8');

/** The world around the landing zone: its management account, the accounts outside, the quotas it counts on. */
function worldOf(zone: LandingZone): EmulatedAwsOptions['settings'] {
  const { characters, perTarget } = scpQuotas[zone.organization.scpQuota];
  return {
    managementAccount: zone.managementAccount.id,
    managementEmail: zone.managementAccount.email,
    accountQuota: zone.organization.accountQuota,
    scpQuota: { characters: characters.value, perTarget: perTarget.value },
    // AWS's pages differ; the harsher reading.
    delegationEnablesGuardDuty: true,
    outsideAccounts: zone.activeAccounts.flatMap(({ origin, id, email }) =>
      origin === 'external' && id ? [{ id, email }] : [],
    ),
  };
}

const inAnyOrder = (): string[] => [];

const dependenciesOf = (stack: SynthesizedStack): readonly string[] => stack.dependencies;

const readersIn =
  (stacks: readonly SynthesizedStack[]) =>
  ({ name }: SynthesizedStack): string[] =>
    stacks.filter(({ dependencies }) => dependencies.includes(name)).map((reader) => reader.name);
