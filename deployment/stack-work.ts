import type { SynthesizedStack } from './manifest';
import type { PlannedChange } from './plan-judgement';

/** A plan that can be applied as it is, and what it would do. */
export interface SavedPlan {
  readonly key: string;
  /** What tells it from every other plan: the SHA-256 of its file, or the id of its run in HCP Terraform. */
  readonly id: string;
  readonly changes: readonly PlannedChange[];
  /** Whether an apply writes anything, be it only what the stack was made of. */
  readonly writes: boolean;
  /** Whether it was saved before this process began. */
  readonly saved: boolean;
  /** Whether a person has approved it before. */
  readonly approved: boolean;
  /** Where a person can look at it. @default - nowhere but in the answer of the command */
  readonly link?: string;
}

/** A stack as it is planned and applied, by an engine on this machine or by runs of HCP Terraform. */
export interface StackWork {
  readonly stack: SynthesizedStack;
  /** The plan that is saved from before, where nothing that it was made from has changed; else a new one. */
  plan(): Promise<SavedPlan>;
  /** Applies the plan that was saved, and no other. */
  apply(plan: SavedPlan): Promise<void>;
  /** What a plan finds that holds nobody up and is not kept: what was changed elsewhere, or what a destroy would do. */
  look(): Promise<readonly PlannedChange[]>;
  /** Lets go of a plan that is not applied now. One that nobody else waits for may stay for later. */
  letGo(plan: SavedPlan): Promise<void>;
  /** Asks what is under way to end as soon as it can, and to write down what it did. */
  interrupt(): void;
}

/** A command did not do what it should; `cutOff` where it was killed. */
export class CommandFailure extends Error {
  constructor(
    message: string,
    readonly cutOff: boolean,
  ) {
    super(message);
  }
}
