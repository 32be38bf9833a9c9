import type { AccessRequest } from '../guardrails/simulation/request';

/** A way round a promise that no service or resource control policy closes. A test asks for each whether it is open still. */
export interface OpenPath {
  /** What it goes round. */
  readonly promise: string;
  readonly who: string;
  /** Goes on after `who`. */
  readonly what: string;
  /** In the landing zone of the sample, `{account}` for the id of its account; the service is what the path goes through. */
  readonly request: AccessRequest;
  /** Why it is open, and what watches or narrows it instead. */
  readonly reason: string;
}
