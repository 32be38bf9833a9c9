import type { Direction } from '@aws-sdk/client-sagemaker';
import type { Scope } from '../../toolkit/call';
import type { SageMakerCall, SageMakerOperations } from '../sagemaker/api';
import { invalid } from '../sagemaker/errors';
import { edgeOf } from './associations';
import { mustKnow, pageOf, queryPaging } from './paging';
import type { Association, LineageState } from './state';
import { findVertex, type Vertex } from './vertices';

/** "The maximum depth of relationships to discover is currently limited to 10" (Developer Guide, "Querying Lineage Entities"). */
const deepest = 10;

/** QueryLineage without filters: what the start leads to or comes from, each vertex once, however the edges go round. */
export const queryOperations = (state: LineageState): SageMakerOperations => ({
  QueryLineage: (call) => query(state, call),
});

async function query(state: LineageState, call: SageMakerCall<'QueryLineage'>) {
  mustKnow(call, ['StartArns', 'Direction', 'IncludeEdges', 'MaxDepth', 'MaxResults', 'NextToken']);
  const { StartArns = [], Direction: direction = 'Both', IncludeEdges = true, MaxDepth: depth = deepest } = call.input;
  if (StartArns.length !== 1) throw invalid("Value at 'startArns' must have length equal to 1.");
  if (depth > deepest) throw invalid(`Value '${depth}' at 'maxDepth' must be at most ${deepest}.`);
  const { arn: start } = await findVertex(state, call, StartArns[0]);
  const { vertices, edges } = await walk(state, call, { start, direction, depth });
  const { items, token } = pageOf(vertices, call.input, queryPaging);
  const shown = items.map(({ arn }) => arn);
  const there = edges.filter(({ source, destination }) => shown.includes(source) || shown.includes(destination));
  return {
    Vertices: items.map(({ arn, type, lineageType }) => ({ Arn: arn, Type: type, LineageType: lineageType })),
    ...(IncludeEdges && { Edges: there.map(edgeOf) }),
    ...token,
  };
}

interface Walk {
  readonly start: string;
  readonly direction: Direction;
  readonly depth: number;
}

async function walk(state: LineageState, scope: Scope, { start, direction, depth }: Walk) {
  const found = new Map<string, Vertex>();
  const edges = new Set<Association>();
  let border = [start];
  for (let step = 0; step < depth && border.length > 0; step += 1) {
    const reached = border.flatMap((arn) => stepFrom(state.associations(scope), arn, direction));
    for (const { edge } of reached) edges.add(edge);
    border = [...new Set(reached.map(({ to }) => to))].filter((arn) => arn !== start && !found.has(arn));
    for (const arn of border) found.set(arn, await findVertex(state, scope, arn));
  }
  return { vertices: [...found.values()], edges: [...edges] };
}

/** Upwards from destination to source, downwards from source to destination. */
const stepFrom = (edges: readonly Association[], arn: string, direction: Direction) =>
  edges.flatMap((edge) => [
    ...(edge.destination === arn && direction !== 'Descendants' ? [{ edge, to: edge.source }] : []),
    ...(edge.source === arn && direction !== 'Ascendants' ? [{ edge, to: edge.destination }] : []),
  ]);
