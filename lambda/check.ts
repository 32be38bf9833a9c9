import type { Clients } from './clients';
import type { ResourceChange } from './event';

/** What a check says of one resource. */
export interface Verdict {
  /** `AWS::Service::Type`, or `AWS::::Account` with the account's id. */
  readonly resourceType: string;
  readonly resourceId: string;
  readonly compliance: 'COMPLIANT' | 'NON_COMPLIANT' | 'NOT_APPLICABLE';
  /** Why, and what to do about it. Cut at 256 characters. */
  readonly annotation?: string;
}

/** What a check may look at. */
export interface CheckInput {
  readonly accountId: string;
  /** The rule's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly clients: Clients;
}

/**
 * The logic of a custom rule. It only reads. It throws whatever a service answers but what it can judge: Config then shows
 * that the rule failed, and the results of the last run stay.
 */
export interface Check {
  /** Judges a resource that is there, after it changed. @default - the check runs by the clock only */
  readonly onChange?: (change: ResourceChange, input: CheckInput) => Promise<Verdict>;
  /** Judges everything in the region. A resource that it leaves out loses its earlier result. */
  readonly onSchedule: (input: CheckInput) => Promise<readonly Verdict[]>;
}

/** A verdict on the account as a whole. */
export const accountVerdict = (accountId: string, compliance: Verdict['compliance'], annotation?: string): Verdict => ({
  resourceType: 'AWS::::Account',
  resourceId: accountId,
  compliance,
  annotation,
});

/** A verdict on a resource by what is wrong with it: it complies where nothing is. */
export const faultsVerdict = (resourceType: string, resourceId: string, faults: readonly string[]): Verdict =>
  faults.length === 0
    ? { resourceType, resourceId, compliance: 'COMPLIANT' }
    : { resourceType, resourceId, compliance: 'NON_COMPLIANT', annotation: faults.join(' ') };
