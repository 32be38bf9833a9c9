import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { type OrganizationPolicy, policyTypes } from './organization-policy';
import { packNodes } from './packing';
import { describePolicy, Labels } from './packing/names';
import { budgetProblems } from './packing/problems';
import { sharedDocuments } from './packing/sharing';

/**
 * The service and resource control policies that keep every control that is on, in as few documents as the quotas in force allow.
 * The order of controls, statements and actions makes no difference.
 *
 * @throws InvalidLandingZone with every node whose documents have no room, and every statement that no document takes
 */
export function organizationPolicies(zone: LandingZone): readonly OrganizationPolicy[] {
  const nodes = packNodes(zone);
  const problems = budgetProblems(nodes, zone.organization.scpQuota);
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  const labels = new Labels();
  return policyTypes.flatMap((type) => {
    const placed = nodes
      .filter((node) => node.type === type)
      .flatMap(({ targets, documents }) =>
        targets.flatMap((target) => documents.map((document, index) => ({ ...document, target, number: index + 1 }))),
      );
    const ending = type === 'RESOURCE_CONTROL_POLICY' ? '-resources' : '';
    return sharedDocuments(placed).map(({ target, number, targets, statements, content }) => ({
      type,
      name: `${labels.labelFor(target, ending)}-${number}`,
      description: describePolicy(statements),
      targets,
      statements,
      content,
    }));
  });
}
