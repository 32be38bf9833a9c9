import { paginateListModelPackages, type SageMakerClient, type Vertex } from '@aws-sdk/client-sagemaker';
import { refuse } from '../kit/invalid-request';
import { describeVertex } from './describe';
import { type Direction, graphOf, type LineageEdge, type LineageGraph } from './graph';
import type { Locator } from './locate';
import type { Located } from './located';
import { walk } from './query';
import type { Reference } from './reference';

/** What lineage is asked about: one thing, or every version of a model package group. */
export type Question = Reference | { readonly kind: 'model-group'; readonly name: string };

/** Where the answer to a question lies. */
export const directionsOf = ({ kind }: Question): readonly Direction[] =>
  ({ endpoint: up, 'training-job': up, dataset: down, project: up, model: both, 'model-group': both })[kind];

const up: readonly Direction[] = ['Ascendants'];
const down: readonly Direction[] = ['Descendants'];
const both: readonly Direction[] = [...up, ...down];

/**
 * All that is on record around what is asked about, in the directions of the question.
 *
 * @throws Error where SageMaker has no lineage of it
 */
export async function readLineage(
  client: SageMakerClient,
  locator: Locator,
  question: Question,
): Promise<LineageGraph> {
  const references = question.kind === 'model-group' ? await versionsOf(client, question.name) : [question];
  const located: { readonly reference: Reference; readonly found: Located }[] = [];
  for (const reference of references) located.push({ reference, found: await locator.locate(reference) });
  const starts = located.flatMap(({ found }) => (found.state === 'found' ? [found.arn] : []));
  // A version without lineage is no reason to hide that of the others.
  if (starts.length === 0) refuse([unrecorded(question, located[0]?.found)]);

  const vertices = new Map<string, Vertex>(starts.map((Arn) => [Arn, { Arn }]));
  const edges = new Map<string, LineageEdge>();
  for (const start of starts)
    for (const direction of directionsOf(question)) {
      const walked = await walk(client, start, direction);
      for (const [arn, vertex] of walked.vertices) vertices.set(arn, vertex);
      for (const edge of walked.edges) edges.set(`${edge.source} ${edge.destination}`, edge);
    }
  const nodes = [];
  for (const vertex of vertices.values()) nodes.push(await describeVertex(client, vertex));
  return graphOf(starts, nodes, [...edges.values()]);
}

async function versionsOf(client: SageMakerClient, group: string): Promise<readonly Reference[]> {
  const versions: Reference[] = [];
  for await (const page of paginateListModelPackages({ client }, { ModelPackageGroupName: group }))
    for (const { ModelPackageArn } of page.ModelPackageSummaryList ?? [])
      if (ModelPackageArn) versions.push({ kind: 'model', name: ModelPackageArn });
  return versions;
}

function unrecorded({ kind, name }: Question, found: Located | undefined) {
  const { rule, fix } =
    found?.state === 'unknown'
      ? found
      : { rule: 'SageMaker has no lineage of it', fix: "record it with 'npm run lineage -- record'" };
  return { file: 'SageMaker', field: kind, value: name, rule, fix };
}
