import { quotas } from '../../schema/facts/quotas';
import type { Where } from '../../schema/forms/control';
import { settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import { keyOf, targetsOf } from '../../schema/organization-tree';
import { InvalidLandingZone, type Problem } from '../../schema/problems/problem';
import { backupPolicyContent } from './backup-policy';
import { bedrockPolicyContent } from './bedrock-policy';
import type { AttachedPolicy, PlacedPolicyType } from './organization-policy';
import { placedKinds } from './policy-kinds';
import { tagPolicyContent } from './tag-policy';

/** A policy as the settings write it, of any kind. */
interface Written {
  readonly name: string;
  readonly formerly?: string | undefined;
  readonly where: Where;
}

/** Where the settings have the policies of a type, what leads their addresses, and how many the root has already. */
const kinds = {
  TAG_POLICY: {
    field: 'tagPolicies',
    prefix: 'tags-',
    description: 'How tags are spelled here, and what they may say',
    ofRoot: 1,
    perTarget: quotas.managementPoliciesPerTarget,
  },
  BACKUP_POLICY: {
    field: 'backupPolicies',
    prefix: 'backup-',
    description: 'What AWS Backup does here',
    ofRoot: 0,
    perTarget: quotas.managementPoliciesPerTarget,
  },
  BEDROCK_POLICY: {
    field: 'ai.organizationGuardrails',
    prefix: 'bedrock-',
    description: 'The guardrail that every call of a model goes through',
    ofRoot: 0,
    perTarget: quotas.bedrockPoliciesPerTarget,
  },
} as const satisfies Record<PlacedPolicyType, object>;

/**
 * The tag, backup and Bedrock policies of OUs and accounts.
 *
 * @throws InvalidLandingZone with each target that has more of a type than AWS takes
 */
export function placedPolicies(zone: LandingZone): readonly AttachedPolicy[] {
  const of = <T extends Written>(type: PlacedPolicyType, policies: readonly T[], contentOf: (policy: T) => string) =>
    policies.map((policy): AttachedPolicy => {
      const { prefix, description } = kinds[type];
      const { name, formerly, where } = policy;
      return {
        type,
        name: `${prefix}${name}`,
        formerly: formerly && `${prefix}${formerly}`,
        description,
        targets: targetsOf(zone, where),
        content: contentOf(policy),
      };
    });
  const policies = [
    ...of('TAG_POLICY', zone.tagPolicies, tagPolicyContent),
    ...of('BACKUP_POLICY', zone.backupPolicies, (policy) => backupPolicyContent(zone, policy)),
    ...of('BEDROCK_POLICY', zone.ai.organizationGuardrails, (guardrail) => bedrockPolicyContent(zone, guardrail)),
  ];
  const problems = (Object.keys(kinds) as PlacedPolicyType[]).flatMap((type) => crowdProblems(type, policies));
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  return policies;
}

function crowdProblems(type: PlacedPolicyType, policies: readonly AttachedPolicy[]): readonly Problem[] {
  const { field, ofRoot, perTarget } = kinds[type];
  const { value, source, asOf } = perTarget;
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const policy of policies)
    for (const target of policy.type === type ? policy.targets : []) {
      const known = counts.get(keyOf(target)) ?? { name: target.name, count: target.kind === 'root' ? ofRoot : 0 };
      counts.set(keyOf(target), { ...known, count: known.count + 1 });
    }
  return [...counts.values()]
    .filter(({ count }) => count > value)
    .map(({ name, count }) => ({
      file: settingsFile,
      field,
      value: `${count} at ${name}`,
      rule: `at most ${value} ${value === 1 ? 'policy' : 'policies'} of the kind ${placedKinds[type].label} ${value === 1 ? 'is' : 'are'} attached to one target (${source}, ${asOf})`,
      fix: 'merge some of them',
    }));
}
