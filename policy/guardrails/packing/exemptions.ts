import type { Exemption } from '../../../schema/forms/control';
import type { LandingZone } from '../../../schema/landing-zone';
import type { PolicyStatement } from '../organization-policy';
import { listOf } from './normal-form';

type Condition = NonNullable<PolicyStatement['Condition']>;

const operator = 'ArnNotLike';
const principalArn = 'aws:PrincipalArn';

/**
 * The roles that exemptions stand for, in whichever account, as patterns of `aws:PrincipalArn`; none where the settings name none.
 * A name without a path is that of a role without a path: `/teams/BreakGlass` is another role than `BreakGlass`.
 */
export const exemptArns = (zone: LandingZone, exempt: readonly Exemption[]): readonly string[] =>
  exempt
    .flatMap((each) => (each === 'deployRole' ? zone.deployRole : zone.roles[each]))
    .map((name) => `arn:aws:iam::*:role/${name}`);

/**
 * The condition, and that the principal is none of these roles. Joined with an `ArnNotLike` that is there already: a negated
 * operator holds where no value of its list matches, so the list of both says the same as both lists.
 */
export function exempting(condition: Condition | undefined, arns: readonly string[]): Condition | undefined {
  if (arns.length === 0) return condition;
  const keys = condition?.[operator];
  // Condition keys have no case, and the same key twice in an operator would be one too many.
  const key = Object.keys(keys ?? {}).find((each) => each.toLowerCase() === principalArn.toLowerCase()) ?? principalArn;
  return { ...condition, [operator]: { ...keys, [key]: [...listOf(keys?.[key]), ...arns] } };
}
