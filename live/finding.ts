/** One thing that is looked at in AWS. */
export interface Check {
  /** The same at every run: `security/aws_cloudtrail.organization-trail`. */
  readonly id: string;
  /** Ids of the controls that lean on it; empty where it belongs to the baseline alone. */
  readonly controls: readonly string[];
  /** What is promised, as a sentence. */
  readonly promise: string;
  /** The name of the account, as its file has it. */
  readonly account: string;
  /** Twelve digits; undefined where AWS could not be asked for it. */
  readonly accountId: string | undefined;
  readonly region: string;
  /** What AWS calls it: an ARN, an id or a name. */
  readonly resource: string;
}

/**
 * `holds`: AWS has what is expected. `differs`: AWS has something else, or nothing. `unknown`: AWS did not answer, for the `reason` of
 * the finding, so that nothing is known of it.
 */
export type Status = 'holds' | 'differs' | 'unknown';

/** One attribute that is otherwise than it should be; what is absent on one side is undefined there. */
export interface Deviation {
  /** As Terraform calls it: `policy.Statement[NoLeave].Action`. */
  readonly path: string;
  readonly expected?: unknown;
  readonly found?: unknown;
}

/** What came of a check. */
export interface Finding extends Check {
  readonly status: Status;
  /** What should be, by Terraform's names of attributes. */
  readonly expected: unknown;
  /** What is, by the same names; undefined where nothing was found or nothing is known. */
  readonly found?: unknown;
  /** Where the two differ; empty but where `differs`. */
  readonly deviations: readonly Deviation[];
  /** Why nothing is known. */
  readonly reason?: string;
  /** How to mend it, or how to let it be known; undefined where it holds. */
  readonly mend?: string;
  /** What AWS replied, call by call, as it came but for the values of variables of functions; it may hold names and addresses. */
  readonly raw: readonly Reply[];
  /** When AWS replied: ISO 8601, in UTC. */
  readonly time: string;
}

/** A reply of AWS as it came, but for the values of variables of functions. */
export interface Reply {
  /** The call as IAM names it: `cloudtrail:GetTrailStatus`. */
  readonly call: string;
  readonly output: unknown;
}

/** All that a run of verify found, and how. */
export interface Verification {
  /** ISO 8601, in UTC. */
  readonly began: string;
  readonly ended: string;
  /** Names of the accounts that were looked at; empty for all. */
  readonly accounts: readonly string[];
  /** Whether nothing was expected any more, so that what is gone holds. */
  readonly expectEmpty: boolean;
  /** Calls to AWS. */
  readonly calls: number;
  readonly findings: readonly Finding[];
}
