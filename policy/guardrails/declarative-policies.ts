import { settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import { root } from '../../schema/organization-tree';
import { InvalidLandingZone, type Problem } from '../../schema/problems/problem';
import { type AttachedPolicy, type DeclarativePolicyType, declarativePolicyTypes } from './organization-policy';
import { declarativeKinds } from './policy-kinds';

/**
 * The policies that declare how services are set, at most one of each kind, at the root.
 *
 * @throws InvalidLandingZone with every one that settings make longer than AWS takes
 */
export function declarativePolicies(zone: LandingZone): readonly AttachedPolicy[] {
  const problems: Problem[] = [];
  const policies = declarativePolicyTypes.flatMap((type): readonly AttachedPolicy[] => {
    const { name, description, contentOf } = declarativeKinds[type];
    const content = contentOf(zone);
    if (content === undefined) return [];
    problems.push(...lengthProblems(type, content));
    return [{ type, name, description, targets: [root], content }];
  });
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  return policies;
}

function lengthProblems(type: DeclarativePolicyType, content: string): readonly Problem[] {
  const { label, quota, setting } = declarativeKinds[type];
  if (!setting || content.length <= quota.value) return [];
  return [
    {
      file: settingsFile,
      field: setting.field,
      value: `${content.length} ${quota.unit}`,
      rule: `a ${label} has at most ${quota.value} ${quota.unit}`,
      fix: setting.fix,
    },
  ];
}
