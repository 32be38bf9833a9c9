import { quotas } from '../../facts/quotas';
import { dataClassifications } from '../../forms/ai/classification';
import type { ModelPackageGroup } from '../../forms/ai/registry';
import { type Problem, useOneOf } from '../../problems/problem';
import { tryNewName } from '../formerly';
import { tagValueProblems } from '../governance-tag-checks';
import { rulesOf } from '../rule';
import type { WorkloadSubject } from './subject';

/** Rules of the model registry of an account. */
export const registryChecks: readonly ((subject: WorkloadSubject) => readonly Problem[])[] = [
  nameProblems,
  (subject) => eachGroup(subject, ownerProblems),
  (subject) => eachGroup(subject, classificationProblems),
  (subject) => eachGroup(subject, sharingProblems),
  bucketPolicyProblems,
];

type GroupCheck = (subject: WorkloadSubject, group: ModelPackageGroup, field: string) => readonly Problem[];

const eachGroup = (subject: WorkloadSubject, check: GroupCheck): readonly Problem[] =>
  subject.ai.registry.groups.flatMap((group, index) => check(subject, group, `ai.registry.groups[${index}]`));

/** The Sids of the bucket's policy have no hyphens. */
function nameProblems({ account, ai: { registry } }: WorkloadSubject): readonly Problem[] {
  const names = registry.groups.map(({ name }) => name.replaceAll('-', ''));
  return registry.groups.flatMap(({ name }, index) =>
    rulesOf(account.file).rule(names.indexOf(names[index] ?? '') === index, {
      field: `ai.registry.groups[${index}].name`,
      value: name,
      rule: 'names are unique in an account, and must differ in more than hyphens',
      fix: 'rename one of the two',
    }),
  );
}

/** The owner is a tag, and the tag policy may close its values. */
const ownerProblems: GroupCheck = ({ settings, account }, { owner }, field) =>
  owner === undefined ? [] : tagValueProblems(rulesOf(account.file), settings, `${field}.owner`, 'owner', owner);

const classificationProblems: GroupCheck = ({ account, ai }, { dataClassification }, field) => {
  const rank = (value: (typeof dataClassifications)[number]) => dataClassifications.indexOf(value);
  return rulesOf(account.file).rule(
    dataClassification === undefined || rank(dataClassification) <= rank(ai.dataClassification),
    {
      field: `${field}.dataClassification`,
      value: dataClassification,
      rule: `ai.dataClassification of the account is '${ai.dataClassification}'`,
      fix: 'raise ai.dataClassification, or lower this',
    },
  );
};

/** Those that the group is shared with are other accounts of the organization in which people work. */
const sharingProblems: GroupCheck = ({ account, accounts, complete }, { deployers, trainers }, field) => {
  if (deployers.length + trainers.length === 0) return [];
  const { known, unique } = rulesOf(account.file, field);
  const others = accounts
    .filter(({ role, origin, state }) => role === 'workload' && origin !== 'external' && state === 'active')
    .map(({ name }) => name)
    .filter((name) => name !== account.name);
  const rule =
    others.length > 0
      ? 'is not another active workload account of the organization'
      : 'the organization has no other active workload account';
  const fix = (name: string) => tryNewName(accounts, name) ?? useOneOf(name, others, 'remove it');
  return Object.entries({ deployers, trainers }).flatMap(([list, names]) => [
    ...(complete ? known(names, others, { field: list, rule, fix }) : []),
    ...unique(names, { field: list, rule: 'an account must not be listed twice' }),
  ]);
};

/** What the policy of the bucket of model artifacts grants for one group, in characters at the most. */
export const grantedCharacters = ({ name, deployers, trainers }: ModelPackageGroup): number =>
  deployers.length + trainers.length === 0 ? 0 : 800 + 6 * name.length + 66 * deployers.length + 33 * trainers.length;

/** Its own refusals. */
const ungranted = 600;

function bucketPolicyProblems({ account, ai }: WorkloadSubject): readonly Problem[] {
  const { value: limit } = quotas.bucketPolicy;
  const characters = ai.registry.groups.reduce((sum, group) => sum + grantedCharacters(group), ungranted);
  return rulesOf(account.file).rule(characters <= limit, {
    field: 'ai.registry.groups',
    value: `${characters} characters of grants`,
    rule: `the policy of the bucket of model artifacts takes ${limit}`,
    fix: 'share fewer groups, or keep some in another account',
  });
}
