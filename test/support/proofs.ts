import { organizationPolicies } from '../../policy/guardrails/organization-policies';
import { Evaluator } from '../../policy/guardrails/simulation/evaluate';
import { tryExemptRole } from '../../policy/guardrails/simulation/principals';
import type { AccessRequest } from '../../policy/guardrails/simulation/request';
import { readProject } from '../../project/read-project';
import { exampleAccountId } from '../../schema/facts/example-account';
import { scpQuotas } from '../../schema/facts/quotas';
import { exemptions, type RequestExample } from '../../schema/forms/control';
import type { Account, Control, LandingZone } from '../../schema/landing-zone';
import { zoneOf } from './zone';

/** A landing zone with what answers for its policies, packed as they are attached. */
export interface PackedZone {
  /** Where it is written, and the quotas that its policies are packed for. */
  readonly name: string;
  readonly zone: LandingZone;
  readonly evaluator: Evaluator;
}

/** The landing zone of `accounts/`. */
export const writtenZone = (): LandingZone => readProject();

/** Whether `accounts/` is what was shipped: nobody else has this id. */
export const isSample = ({ managementAccount }: LandingZone): boolean => managementAccount.id === exampleAccountId;

/** Controls whose policies are in force. */
export const inForce = ({ controls }: LandingZone): readonly Control[] =>
  controls.filter(({ prevent, mode }) => prevent && mode === 'on');

/** The requests that a control shows, but for those of a duty that the landing zone gives nobody. */
export const requestsOf = (zone: LandingZone, { examples }: Control): readonly RequestExample[] =>
  examples
    .filter((example) => 'denied' in example)
    .filter(({ principal }) => {
      const duty = exemptions.find((each) => each === principal);
      return duty === undefined || tryExemptRole(zone, duty) !== undefined;
    });

export const evaluatorOf = (zone: LandingZone): Evaluator => new Evaluator(zone, organizationPolicies(zone));

/** The landing zone of `accounts/` and the sample of the tests, each packed for every set of quotas. */
export const packedZones = (): readonly PackedZone[] =>
  Object.entries({ 'accounts/': writtenZone(), 'the sample of the tests': zoneOf() }).flatMap(([name, zone]) =>
    (Object.keys(scpQuotas) as (keyof typeof scpQuotas)[]).map((scpQuota) => {
      const packed = { ...zone, organization: { ...zone.organization, scpQuota } };
      return { name: `${name}, quotas ${scpQuota}`, zone: packed, evaluator: evaluatorOf(packed) };
    }),
  );

/** Accounts that policies bind: the members of the organization. */
export const boundAccounts = ({ accounts }: Pick<LandingZone, 'accounts'>): readonly Account[] =>
  accounts.filter(({ origin }) => origin !== 'external' && origin !== 'management');

/** Bound accounts in which somebody works: those that leave may do nothing. */
export const workingAccounts = (zone: LandingZone): readonly Account[] =>
  boundAccounts({ accounts: zone.activeAccounts });

/** Ids of the controls that deny a request, sorted; none where it is allowed. */
export const controlsDenying = (evaluator: Evaluator, request: AccessRequest): readonly string[] =>
  [...new Set(evaluator.evaluate(request).denials.flatMap(({ controls }) => controls))].sort();

/**
 * Calls of a rehearsal's request log, `service:Operation` each and sorted, that a list does not hold.
 *
 * @param log one line of JSON for each request
 */
export function unlistedCalls(log: string, listed: readonly string[]): readonly string[] {
  const made = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly service: string; readonly operation: string })
    .map(({ service, operation }) => `${service}:${operation}`);
  return [...new Set(made)].filter((call) => !listed.includes(call)).sort();
}
