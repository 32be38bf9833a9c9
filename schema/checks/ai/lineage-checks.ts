import { dataClassifications } from '../../forms/ai/classification';
import type { Dataset, Project } from '../../forms/ai/lineage';
import type { Problem } from '../../problems/problem';
import { type Rules, rulesOf } from '../rule';
import type { WorkloadSubject } from './subject';

const artifactName = 'SageMaker knows an artifact by its name, once in an account and region';
const contextName = 'SageMaker knows a context by its name, once in an account and region';

/** Rules of the datasets and projects of an account. */
export function lineageProblems({ account, ai }: WorkloadSubject): readonly Problem[] {
  if (!ai.lineage) return [];
  const { datasets, projects } = ai.lineage;
  const rules = rulesOf(account.file, 'ai.lineage');
  const names = namesOf(datasets);
  const folders = datasets.map(({ prefix }) => prefix);
  const unknown = 'is not the name of a dataset of ai.lineage';
  return [
    ...repeated(rules, 'datasets', 'name', names, artifactName),
    ...repeated(rules, 'datasets', 'prefix', folders, 'SageMaker keeps one artifact for each URI'),
    ...repeated(rules, 'projects', 'name', namesOf(projects), contextName),
    ...datasets.flatMap((dataset, index) => [
      ...rules.known(dataset.derivedFrom, names, { field: `datasets[${index}].derivedFrom`, rule: unknown }),
      ...classificationProblems(rules.below(`datasets[${index}]`), dataset, ai.dataClassification),
    ]),
    ...circleProblems(rules, datasets),
    ...projects.flatMap((project, index) =>
      rules.known(project.datasets, names, { field: `projects[${index}].datasets`, rule: unknown }),
    ),
  ];
}

const namesOf = (named: readonly Pick<Project, 'name'>[]) => named.map(({ name }) => name);

const repeated = ({ unique }: Rules, list: string, key: string, values: readonly string[], rule: string) =>
  unique(values, { field: (index) => `${list}[${index}].${key}`, rule, fix: 'change one of the two' });

function classificationProblems(
  { rule }: Rules,
  { classification }: Dataset,
  ofAccount: Dataset['classification'] & string,
): readonly Problem[] {
  const allowed = dataClassifications.slice(0, dataClassifications.indexOf(ofAccount) + 1);
  return rule(classification === undefined || allowed.includes(classification), {
    field: 'classification',
    value: classification,
    rule: `is more sensitive than ai.dataClassification, '${ofAccount}', which buckets and models are tagged with`,
    fix: `raise ai.dataClassification, or use '${ofAccount}'`,
  });
}

/** Of each circle, the dataset that comes first in the file. */
function circleProblems({ rule }: Rules, datasets: readonly Dataset[]): readonly Problem[] {
  const origins = new Map(datasets.map(({ name }) => [name, originsOf(name, datasets)]));
  return datasets.flatMap(({ name, derivedFrom }, index) => {
    const inCircleWith = (other: string) => origins.get(name)?.has(other) && origins.get(other)?.has(name);
    return rule(!inCircleWith(name) || namesOf(datasets.slice(0, index)).some(inCircleWith), {
      field: `datasets[${index}].derivedFrom`,
      value: derivedFrom,
      rule: `leads back to '${name}', and no dataset is made of itself`,
      fix: 'remove the name that closes the circle',
    });
  });
}

/** Names of all that a dataset was made of, however far back. */
function originsOf(name: string, datasets: readonly Dataset[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [name];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const origin of datasets.find((each) => each.name === at)?.derivedFrom ?? [])
      if (!found.has(origin)) {
        found.add(origin);
        waiting.push(origin);
      }
  return found;
}
