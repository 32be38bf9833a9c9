import { dataClassifications } from '../../forms/ai/classification';
import type { Dataset, Project } from '../../forms/ai/lineage';
import { type Problem, useOneOf } from '../../problems/problem';
import { problemsIn, repeats } from '../subject';
import type { WorkloadSubject } from './subject';

type MakeProblem = ReturnType<typeof problemsIn>;

const artifactName = 'SageMaker knows an artifact by its name, once in an account and region';
const contextName = 'SageMaker knows a context by its name, once in an account and region';

/** Rules of the datasets and projects of an account. */
export function lineageProblems({ account, ai }: WorkloadSubject): Problem[] {
  if (!ai.lineage) return [];
  const { datasets, projects } = ai.lineage;
  const problem = problemsIn(account.file);
  const names = namesOf(datasets);
  const folders = datasets.map(({ prefix }) => prefix);
  return [
    ...repeated(problem, 'datasets', 'name', names, artifactName),
    ...repeated(problem, 'datasets', 'prefix', folders, 'SageMaker keeps one artifact for each URI'),
    ...repeated(problem, 'projects', 'name', namesOf(projects), contextName),
    ...datasets.flatMap((dataset, index) => [
      ...unknown(problem, `datasets[${index}].derivedFrom`, dataset.derivedFrom, names),
      ...classificationProblems(problem, `ai.lineage.datasets[${index}]`, dataset, ai.dataClassification),
    ]),
    ...circleProblems(problem, datasets),
    ...projects.flatMap((project, index) => unknown(problem, `projects[${index}].datasets`, project.datasets, names)),
  ];
}

const namesOf = (named: readonly Pick<Project, 'name'>[]) => named.map(({ name }) => name);

const repeated = (problem: MakeProblem, list: string, key: string, values: readonly string[], rule: string) =>
  repeats(values).map(({ index, value }) =>
    problem(`ai.lineage.${list}[${index}].${key}`, value, rule, 'change one of the two'),
  );

const unknown = (problem: MakeProblem, field: string, values: readonly string[], known: readonly string[]) =>
  values.flatMap((value, index) =>
    known.includes(value)
      ? []
      : [
          problem(
            `ai.lineage.${field}[${index}]`,
            value,
            'is not the name of a dataset of ai.lineage',
            useOneOf(value, known),
          ),
        ],
  );

function classificationProblems(
  problem: MakeProblem,
  field: string,
  { classification }: Dataset,
  ofAccount: Dataset['classification'] & string,
): Problem[] {
  const allowed = dataClassifications.slice(0, dataClassifications.indexOf(ofAccount) + 1);
  if (classification === undefined || allowed.includes(classification)) return [];
  const rule = `is more sensitive than ai.dataClassification, '${ofAccount}', which buckets and models are tagged with`;
  return [
    problem(`${field}.classification`, classification, rule, `raise ai.dataClassification, or use '${ofAccount}'`),
  ];
}

/** Of each circle, the dataset that stands first in the file. */
function circleProblems(problem: MakeProblem, datasets: readonly Dataset[]): Problem[] {
  const origins = new Map(datasets.map(({ name }) => [name, originsOf(name, datasets)]));
  return datasets.flatMap(({ name, derivedFrom }, index) => {
    const inCircleWith = (other: string) => origins.get(name)?.has(other) && origins.get(other)?.has(name);
    if (!inCircleWith(name) || namesOf(datasets.slice(0, index)).some(inCircleWith)) return [];
    const rule = `leads back to '${name}', and no dataset is made of itself`;
    const field = `ai.lineage.datasets[${index}].derivedFrom`;
    return [problem(field, derivedFrom, rule, 'remove the name that closes the circle')];
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
