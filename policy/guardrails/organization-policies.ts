import { pathOfUnit } from '../../schema/by-keys';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import type { OrganizationPolicy } from './organization-policy';
import { packNodes } from './packing';
import { contentOf } from './packing/document';
import { describePolicy, Labels } from './packing/names';
import type { PackedNode } from './packing/packed-node';
import type { PolicyPlace } from './packing/tree';
import { authorizationKinds } from './policy-kinds';
import { budgetProblems } from './policy-problems';

/**
 * The service and resource control policies that keep every control that is on, in as few documents as the quotas in force allow.
 * The order of controls, statements and actions makes no difference. A control is in the document that the ledger remembers.
 *
 * @throws InvalidLandingZone with every node whose documents have no room, and every statement that no document takes
 */
export function organizationPolicies(zone: LandingZone): readonly OrganizationPolicy[] {
  const nodes = packNodes(zone);
  const problems = budgetProblems(nodes, zone.organization.scpQuota);
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  const titles = new Labels();
  return nodes.flatMap((node) => policiesOf(zone, node, titles));
}

function policiesOf(zone: LandingZone, node: PackedNode, titles: Labels): readonly OrganizationPolicy[] {
  const { type, name, place, targets, documents } = node;
  const title = titles.labelFor(titleOf(zone, place), authorizationKinds[type].nameEnding);
  return documents.map(({ number, statements }, index): OrganizationPolicy => {
    const next = documents[index + 1];
    return {
      type,
      name: `${name}-${number}`,
      title: `${title}-${number}`,
      description: describePolicy(statements),
      targets,
      after: next && `${name}-${next.number}`,
      statements,
      content: contentOf(statements),
    };
  });
}

/** A node as it is called today: an OU that was renamed has its policies renamed with it. */
const titleOf = (zone: LandingZone, place: PolicyPlace): PolicyPlace =>
  place.kind === 'organizational unit' ? { ...place, name: pathOfUnit(zone, place.name) } : place;
