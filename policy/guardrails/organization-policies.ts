import { pathOfUnit } from '../../schema/by-keys';
import type { LandingZone } from '../../schema/landing-zone';
import { root, type Target } from '../../schema/organization-tree';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { type OrganizationPolicy, policyTypes } from './organization-policy';
import { packNodes } from './packing';
import { describePolicy, Labels } from './packing/names';
import { sharedDocuments } from './packing/sharing';
import { authorizationKinds } from './policy-kinds';
import { budgetProblems } from './policy-problems';

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
  const titles = new Labels();
  return policyTypes.flatMap((type) =>
    sharedDocuments(nodes.filter((node) => node.type === type)).map(({ number, targets, statements, content }) => {
      const [target = root] = targets;
      const { nameEnding } = authorizationKinds[type];
      return {
        type,
        name: `${labels.labelFor(target, nameEnding)}-${number}`,
        title: `${titles.labelFor(titleOf(zone, target), nameEnding)}-${number}`,
        description: describePolicy(statements),
        targets,
        statements,
        content,
      };
    }),
  );
}

/** A node as it is called today: an OU that was renamed has its policies renamed with it. */
const titleOf = (zone: LandingZone, target: Target): Target =>
  target.kind === 'organizational unit' ? { ...target, name: pathOfUnit(zone, target.name) } : target;
