/** One run as an engine executes it: Terraform in a process of its own, or a stand-in. */
export interface Job {
  readonly run: string;
  /** The configuration, as a gzipped tar. */
  readonly configuration: Buffer;
  /** Folder in it that Terraform runs in; '' for its root. */
  readonly workingDirectory: string;
  /** The version that the workspace asks for: `1.11.4`, a constraint or `latest`. */
  readonly terraformVersion: string;
  /** The state as it is now; undefined where there is none. */
  readonly state: Buffer | undefined;
  readonly options: PlanOptions;
  /** Variables of Terraform, as text of HCL: `"x"`, `[1, 2]`. */
  readonly variables: ReadonlyMap<string, string>;
  /** Those of sets with priority, which win over what was given with the run. */
  readonly priorityVariables: ReadonlyMap<string, string>;
  /** Whether logs are lines of JSON. */
  readonly json: boolean;
  /** The CLI configuration, with the token of the run. */
  readonly cliConfig: string;
  /** Environment of a phase, with identity tokens written into a folder of the run. */
  readonly environment: (phase: Phase, folder: string) => Readonly<Record<string, string>>;
}

export type Phase = 'plan' | 'apply';

/** How a plan is made. */
interface PlanOptions {
  readonly destroy: boolean;
  readonly refresh: boolean;
  readonly refreshOnly: boolean;
  readonly targets: readonly string[];
  readonly replace: readonly string[];
  /** Variables that were given with the run, as text of HCL. */
  readonly variables: readonly { readonly key: string; readonly value: string }[];
}

/** Resources that a plan changes. */
export interface Counts {
  readonly additions: number;
  readonly changes: number;
  readonly destructions: number;
  readonly imports: number;
}

/** How a phase ended. */
export interface PhaseOutcome {
  readonly ok: boolean;
  /** Of a plan: whether an apply would do anything. */
  readonly hasChanges: boolean;
  readonly counts: Counts;
  /** Of an apply: the state afterwards, also of one that failed. */
  readonly state: Buffer | undefined;
}

/** Executes runs. Each is planned, perhaps applied, and at last released. */
export interface Engine {
  plan(job: Job, log: (text: string) => void): Promise<PhaseOutcome>;
  apply(job: Job, log: (text: string) => void): Promise<PhaseOutcome>;
  /** Stops what a run is doing. */
  stop(run: string, how: 'gently' | 'by force'): void;
  /** What a run planned, in JSON; undefined where nothing was. */
  planJson(run: string, how: 'whole' | 'redacted'): Promise<string | undefined>;
  /** The version that it runs, where it knows. */
  readonly version: string | undefined;
  close(): Promise<void>;
}

export const nothing: Counts = { additions: 0, changes: 0, destructions: 0, imports: 0 };
