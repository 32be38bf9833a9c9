import type { Goal } from './goal';
import type { SynthesizedStack } from './manifest';
import type { PlannedChange } from './plan-judgement';
import type { StackResult } from './result';
import type { StackRunOptions } from './stack-run';
import type { Outliving } from './teardown/stack-destroy';
import type { widthOn } from './width';

/** A plan that waits for a person. */
export interface WaitingPlan {
  readonly stack: string;
  readonly changes: readonly PlannedChange[];
  /** Whether it was saved before this process began: somebody could look at it. */
  readonly saved: boolean;
}

export interface DeploymentOptions extends StackRunOptions {
  /** The stacks that were chosen. */
  readonly stacks: readonly SynthesizedStack[];
  readonly goal: Goal;
  /** Leaves stacks alone that publish that they were made of the same. */
  readonly onlyChanged: boolean;
  /** Whether who began the run approved all its plans in advance. */
  readonly approvesAll: boolean;
  /** Stacks at once. @default - as many as this machine bears */
  readonly width?: number;
  readonly machine: Parameters<typeof widthOn>[0];
  /** Why plans must not be applied, one line each; none where they may. */
  readonly objections: (stack: string, changes: readonly PlannedChange[]) => readonly string[];
  /** What a destroy leaves in AWS. @default - nothing */
  readonly outliving?: Outliving;
  /** Asks before a wave is applied. */
  readonly approve: (plans: readonly WaitingPlan[], wave: number, waves: number) => Promise<boolean>;
  readonly onBegin?: (stack: string, work: Goal | 'wait') => void;
  readonly onEnd?: (result: StackResult) => void;
}
