import type { LandingZone } from '../schema/landing-zone';
import { scpQuotas } from '../schema/quotas';
import { suspendedUnit } from '../schema/settings';
import { baselineStatements } from './denials/baseline';
import { organizationStatements, suspendedStatements } from './denials/organization';
import { regionStatements } from './denials/regions';
import { policyDocument, type Statement } from './statement';

/** A service control policy and where it is attached. */
export interface ServiceControlPolicy {
  /** Name in Organizations, without the landing zone's prefix. */
  readonly name: string;
  readonly description: string;
  /** OU path, or `Root`. */
  readonly target: string;
  readonly content: string;
}

/**
 * The service control policies of the landing zone.
 *
 * @throws Error that names policy, size and limit where one exceeds the quota in force
 */
export function serviceControlPolicies(zone: LandingZone): readonly ServiceControlPolicy[] {
  const policies = [
    policy(
      'organization',
      'Root',
      'Accounts stay in the organization and root users do nothing',
      organizationStatements,
    ),
    policy(
      'regions',
      'Root',
      'Nothing runs outside the governed regions, but for cross-region inference',
      regionStatements(zone),
    ),
    policy(
      'baseline',
      'Root',
      'Recorders, trails, detectors and membership are changed by the deploy role only',
      baselineStatements(zone),
    ),
    policy('suspended', suspendedUnit, 'An account that leaves can do nothing', suspendedStatements(zone)),
  ];
  const { characters, perTarget } = scpQuotas[zone.organization.scpQuota];
  for (const { name, target, content } of policies)
    if (content.length > characters.value)
      throw new Error(
        `Service control policy '${name}' for ${target} has ${content.length} characters; the limit is ${characters.value} ` +
          `(organization.scpQuota '${zone.organization.scpQuota}', ${characters.source}, ${characters.asOf})`,
      );
  for (const target of new Set(policies.map((each) => each.target))) {
    // FullAWSAccess stays attached: without it nothing is allowed.
    const attached = policies.filter((each) => each.target === target).length + 1;
    if (attached > perTarget.value)
      throw new Error(
        `${target} has ${attached} service control policies, FullAWSAccess among them; the limit is ${perTarget.value} ` +
          `(organization.scpQuota '${zone.organization.scpQuota}', ${perTarget.source}, ${perTarget.asOf})`,
      );
  }
  return policies;
}

const policy = (name: string, target: string, description: string, statements: readonly Statement[]) => ({
  name,
  target,
  description,
  content: policyDocument(statements),
});
