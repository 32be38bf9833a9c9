import type { Goal } from './goal';
import type { Entry, Journal } from './journal';
import type { SynthesizedStack } from './manifest';
import type { PlannedChange } from './plan-judgement';
import type { Published } from './published';
import type { StackResult } from './result';
import type { StackWork } from './stack-work';
import type { Outliving } from './teardown/stack-destroy';
import type { widthOn } from './width';

/** A plan that waits for a person. */
export interface WaitingPlan {
  readonly stack: string;
  readonly changes: readonly PlannedChange[];
  /** Whether it was saved before this process began: somebody could look at it. */
  readonly saved: boolean;
  /** Where a person can look at it. @default - nowhere else */
  readonly link?: string;
}

export interface DeploymentOptions {
  /** What plans and applies a stack, or destroys it. */
  readonly workOn: (stack: SynthesizedStack, about: Towards) => StackWork;
  /** What that is, as the journal tells it: `terraform`, `tofu`, `hcp`. */
  readonly engine: { readonly name: string };
  readonly published: Published;
  readonly journal: Journal;
  /** The stacks that were chosen. */
  readonly stacks: readonly SynthesizedStack[];
  readonly goal: Goal;
  /** Leaves stacks alone that publish that they were made of the same. */
  readonly onlyChanged: boolean;
  /** Whether who began the run approved all its plans in advance. */
  readonly approvesAll: boolean;
  /** What may go, as whoever began the run named it: `<stack>/<address>`. */
  readonly lose: readonly string[];
  /** Stacks at once. @default - as many as this machine bears */
  readonly width?: number;
  readonly machine: Parameters<typeof widthOn>[0];
  /** Stacks of a wave at most: what waits for approval may hold up what is not planned yet. @default - all that can be */
  readonly mostInWave?: number;
  /** Why plans must not be applied, one line each; none where they may. */
  readonly objections: (stack: string, changes: readonly PlannedChange[]) => readonly string[];
  /** What a destroy leaves in AWS. @default - nothing */
  readonly outliving?: Outliving;
  /** Asks before a wave is applied. */
  readonly approve: (plans: readonly WaitingPlan[], wave: number, waves: number) => Promise<boolean>;
  readonly onBegin?: (stack: string, work: Goal | 'wait') => void;
  readonly onEnd?: (result: StackResult) => void;
}

/** What a stack is worked on for. */
export type Towards = Pick<DeploymentOptions, 'goal' | 'outliving'>;

/** What the journal tells of a run when it begins. */
export const beginningOf = ({ stacks, goal, engine, onlyChanged, approvesAll, lose }: DeploymentOptions): Entry => ({
  event: 'began',
  goal,
  stacks: stacks.map(({ name }) => name),
  onlyChanged,
  approvesAll,
  lose,
  engine: engine.name,
  process: process.pid,
});
