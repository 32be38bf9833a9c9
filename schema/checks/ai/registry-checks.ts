import { quotas } from '../../facts/quotas';
import { dataClassifications } from '../../forms/ai/classification';
import type { ModelPackageGroup } from '../../forms/ai/registry';
import { type Problem, useOneOf } from '../../problems/problem';
import { tryValueObjection } from '../governance-tag-checks';
import { problemsIn, repeats } from '../subject';
import type { WorkloadSubject } from './subject';

/** Rules of the model registry of an account. */
export const registryProblems = (subject: WorkloadSubject): Problem[] => {
  const { account, ai } = subject;
  const { groups } = ai.registry;
  return [
    // The Sids of the bucket's policy have no hyphens.
    ...repeats(groups.map(({ name }) => name.replaceAll('-', ''))).map(({ index }) =>
      problemsIn(account.file)(
        `ai.registry.groups[${index}].name`,
        groups[index]?.name,
        'names are unique in an account, and differ in more than hyphens',
        'rename one of the two',
      ),
    ),
    ...groups.flatMap((group, index) => [
      ...ownerProblems(subject, group, `ai.registry.groups[${index}].owner`),
      ...classificationProblems(subject, group, `ai.registry.groups[${index}]`),
      ...sharingProblems(subject, group.deployers, `ai.registry.groups[${index}].deployers`),
      ...sharingProblems(subject, group.trainers, `ai.registry.groups[${index}].trainers`),
    ]),
    ...bucketPolicyProblems(subject),
  ];
};

/** The owner is a tag, and the tag policy may close its values. */
function ownerProblems({ settings, account }: WorkloadSubject, { owner }: ModelPackageGroup, field: string): Problem[] {
  const objection = owner === undefined ? undefined : tryValueObjection(settings, 'owner', owner);
  return objection ? [problemsIn(account.file)(field, owner, objection.rule, objection.fix)] : [];
}

function classificationProblems(
  { account, ai }: WorkloadSubject,
  { dataClassification = ai.dataClassification }: ModelPackageGroup,
  field: string,
): Problem[] {
  const rank = (value: (typeof dataClassifications)[number]) => dataClassifications.indexOf(value);
  return rank(dataClassification) <= rank(ai.dataClassification)
    ? []
    : [
        problemsIn(account.file)(
          `${field}.dataClassification`,
          dataClassification,
          `the account says that its most sensitive data is '${ai.dataClassification}'`,
          'raise ai.dataClassification, or lower this',
        ),
      ];
}

/** Whether those that the group is shared with are other accounts of the organization in which people work. */
function sharingProblems({ account, accounts }: WorkloadSubject, names: readonly string[], field: string): Problem[] {
  const problem = problemsIn(account.file);
  const others = accounts
    .filter(({ name, role, origin, state }) => {
      const works = role === 'workload' && origin !== 'external' && state === 'active';
      return works && name !== account.name;
    })
    .map(({ name }) => name);
  const rule =
    others.length > 0
      ? 'is no other active workload account of the organization'
      : 'the organization has no other active workload account';
  return [
    ...names.flatMap((name, index) =>
      others.includes(name)
        ? []
        : [problem(`${field}[${index}]`, name, rule, others.length > 0 ? useOneOf(name, others) : 'remove it')],
    ),
    ...repeats(names).map(({ index, value }) =>
      problem(`${field}[${index}]`, value, 'an account stands in the list once', 'remove the second mention'),
    ),
  ];
}

/** What the policy of the bucket of model artifacts grants for one group, in characters at the most. */
export const grantedCharacters = ({ name, deployers, trainers }: ModelPackageGroup): number =>
  deployers.length + trainers.length === 0 ? 0 : 800 + 6 * name.length + 66 * deployers.length + 33 * trainers.length;

/** Its own refusals. */
const ungranted = 600;

function bucketPolicyProblems({ account, ai }: WorkloadSubject): Problem[] {
  const { value: limit } = quotas.bucketPolicy;
  const characters = ai.registry.groups.reduce((sum, group) => sum + grantedCharacters(group), ungranted);
  return characters <= limit
    ? []
    : [
        problemsIn(account.file)(
          'ai.registry.groups',
          `${characters} characters of grants`,
          `the policy of the bucket of model artifacts takes ${limit}`,
          'share fewer groups, or keep some in another account',
        ),
      ];
}
