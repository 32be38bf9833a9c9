import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SynthesizedStack } from '../deployment/manifest';
import { errorsIn } from '../deployment/outcome';
import type { PlanJson } from '../deployment/plan-judgement';
import { Terraform } from '../deployment/terraform';
import type { Gate } from '../emulator/gateway/gate';
import { releaseAdopted } from './adopted';
import { importOrphans } from './orphans';
import type { Tools } from './tools';

/**
 * `deploy` the JSON as it is; `upgrade` what an older release deployed; `plan` again; `release` what protects it, as a person does before
 * a teardown; `destroy`.
 */
type Phase = 'deploy' | 'upgrade' | 'plan' | 'release' | 'destroy';

/** Who Terraform is in a phase of a stack, as variables of its environment. */
export type Callers = (stack: string, phase: Phase) => Readonly<Record<string, string>>;

/** One phase of one stack that is over. */
export interface Step {
  readonly stack: string;
  readonly phase: Phase;
  readonly seconds: number;
  /** Resources in the stack's state when the phase was over. */
  readonly resources: number;
}

/** What an upgrade of one stack planned. */
export interface Upgrade {
  readonly plan: PlanJson;
  /** The errors where Terraform refused to plan: the stack is as it was then. */
  readonly refusal?: string;
}

export interface RunOptions {
  readonly tools: Tools;
  /** Holds output, state and logs. */
  readonly folder: string;
  /** The door of the emulated AWS, which is shut while an apply is cut off. */
  readonly gate: Gate;
  /** Leads Terraform to the emulated AWS and to the provider. */
  readonly environment: Readonly<Record<string, string>>;
  /** A stack whose first apply is cut off in the middle and run again. @default - none */
  readonly interrupt?: string;
  readonly refresh?: boolean;
  /** Whether states are kept elsewhere than in the folder: then each is copied there when a phase is over. @default false */
  readonly statesAreElsewhere?: boolean;
  /** Who Terraform is. @default - whoever the environment says */
  readonly callers?: Callers;
  /** Called when a phase of a stack begins. */
  readonly onBegin?: (step: Pick<Step, 'stack' | 'phase'>) => void;
  /** Called when a phase of a stack is over. */
  readonly onProgress?: (step: Step) => void;
}

/** The phases of a rehearsal, stack by stack, with what they showed. `niceness` is that of their processes, 0 to 19. */
export class Run {
  readonly steps: Step[] = [];
  readonly drift: { stack: string; plan: string }[] = [];
  private interrupted = false;

  constructor(private readonly options: RunOptions) {}

  /** Prepares a stack's folder. */
  init = (stack: SynthesizedStack, niceness = 0): Promise<void> => this.terraform(stack, niceness).init();

  /** Applies a stack whose folder is prepared. */
  async deploy(stack: SynthesizedStack, niceness = 0): Promise<void> {
    await this.measure(stack, 'deploy', niceness, async (terraform) => {
      if (this.options.interrupt === stack.name && !this.interrupted) {
        this.interrupted = true;
        await cutOff(terraform, this.options.gate);
        await terraform.untaint();
        await importOrphans(terraform, stack.directory, this.options.environment);
      }
      await terraform.apply();
    });
  }

  /** Plans on the state that is there, and applies that plan where Terraform does not refuse to make it. */
  async upgrade(stack: SynthesizedStack): Promise<Upgrade> {
    const file = join(this.options.folder, `${stack.name}.tfplan`);
    let upgrade: Upgrade = { plan: {} };
    await this.measure(stack, 'upgrade', 0, async (terraform) => {
      await terraform.init();
      const { code, output } = await terraform.savePlan(file);
      // A plan that is refused is saved as far as it came, by engines that can.
      upgrade = {
        plan: existsSync(file) ? await terraform.readPlan(file) : {},
        ...(code !== 0 && { refusal: errorsIn(output) }),
      };
      if (code === 0) await terraform.applyPlan(file);
    });
    return upgrade;
  }

  async planAgain(stack: SynthesizedStack, niceness = 0): Promise<void> {
    await this.measure(stack, 'plan', niceness, async (terraform) => {
      const plan = await terraform.changes();
      if (plan !== '') this.drift.push({ stack: stack.name, plan });
    });
  }

  /** Applies what a teardown changes first. */
  async release(stack: SynthesizedStack, niceness = 0): Promise<void> {
    await this.measure(stack, 'release', niceness, (terraform) => terraform.apply(this.options.refresh ?? false));
  }

  async destroy(stack: SynthesizedStack, niceness = 0): Promise<void> {
    await this.measure(stack, 'destroy', niceness, async (terraform) => {
      await releaseAdopted(terraform, stack, this.options.environment);
      await terraform.destroy(this.options.refresh ?? false);
    });
  }

  /** Terraform in the folder of a stack, whose calls say for which phase they are. */
  terraform({ name, directory }: SynthesizedStack, niceness = 0, phase?: Phase): Terraform {
    const { tools, folder, environment } = this.options;
    return new Terraform({
      program: tools.engine.program,
      directory,
      stack: name,
      stateFile: join(folder, 'state', `${name}.tfstate`),
      logFile: join(folder, `${name}.log`),
      niceness,
      environment: {
        ...shortLives,
        ...withoutAws(process.env),
        ...environment,
        ...patience,
        ...quiet,
        ...(phase && { AWS_SDK_UA_APP_ID: phase, ...this.options.callers?.(name, phase) }),
      },
    });
  }

  private async measure(
    stack: SynthesizedStack,
    phase: Phase,
    niceness: number,
    work: (terraform: Terraform) => Promise<unknown>,
  ) {
    const terraform = this.terraform(stack, niceness, phase);
    this.options.onBegin?.({ stack: stack.name, phase });
    const started = performance.now();
    await work(terraform);
    if (this.options.statesAreElsewhere) await terraform.pullState();
    const seconds = (performance.now() - started) / 1000;
    const step = { stack: stack.name, phase, seconds, resources: terraform.countResources() };
    this.steps.push(step);
    this.options.onProgress?.(step);
  }
}

/**
 * A command starts up to 19 providers that live for seconds. Each would spend a fifth of that collecting garbage that its end collects,
 * and time on a certificate for the socket between it and Terraform, which Terraform's own tests of providers do without.
 */
const shortLives = { GOGC: '800', TF_DISABLE_PLUGIN_TLS: '1' };

/** Without it the provider asks STS three times and then gives up, while it asks every other service 25 times. */
const patience = { AWS_MAX_ATTEMPTS: '25' };

const quiet = { CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };

/** The person's own profile, region and endpoints would lead Terraform to the real AWS. */
const withoutAws = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));

/** Begins an apply and stops it, as a cancelled pipeline does, once some resources are there. */
async function cutOff(terraform: Terraform, gate: Gate): Promise<void> {
  const apply = terraform.run('apply', '-auto-approve', '-input=false', '-no-color');
  const watch = setInterval(() => {
    if (terraform.countResources() > 0) {
      clearInterval(watch);
      void betweenCalls(gate, () => terraform.interrupt());
    }
  }, 500);
  await apply;
  clearInterval(watch);
}

/**
 * Does something while no call is under way: what AWS has done and could not tell any more would be lost from the state. In Organizations
 * it is imported afterwards; elsewhere it would stay behind.
 */
async function betweenCalls(gate: Gate, work: () => void): Promise<void> {
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  await gate.close();
  // The providers read what they were answered, and ask on: on a busy machine that takes a while.
  for (let waiting = -1; waiting !== gate.held; await pause(1000)) waiting = gate.held;
  work();
  // They hang up on what is held at the door.
  await pause(3000);
  gate.open();
}
