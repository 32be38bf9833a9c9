import type { Call, Handler, Json } from '../../toolkit/untyped';
import { invalid } from '../sagemaker/errors';
import { associationMembers } from './associations';
import type { LineageEntities, Vertex } from './lineage-entities';
import { mustKnow, pageOf } from './page';
import type { Association, LineageState } from './state';

/** "The maximum depth of relationships to discover is currently limited to 10" (Developer Guide, "Querying Lineage Entities"). */
const deepest = 10;

/** QueryLineage without filters: what the start leads to or comes from, each vertex once, however the edges go round. */
export const queryOperations = (state: LineageState, entities: LineageEntities): Record<string, Handler> => ({
  QueryLineage: async (call) => {
    mustKnow(call, ['StartArns', 'Direction', 'IncludeEdges', 'MaxDepth', 'MaxResults', 'NextToken']);
    const { StartArns = [], Direction = 'Both', IncludeEdges = true, MaxDepth = deepest } = call.input;
    if (StartArns.length !== 1) throw invalid("Value at 'startArns' must have length equal to 1.");
    if (MaxDepth > deepest) throw invalid(`Value '${MaxDepth}' at 'maxDepth' must be at most ${deepest}.`);
    const [start] = StartArns;
    await entities.find(call, start);
    const { vertices, edges } = await walk(state, entities, call, { start, direction: Direction, depth: MaxDepth });
    const { items, next } = pageOf(vertices, call.input, { most: 50, usual: 50 });
    const shown = items.map(({ arn }) => arn);
    const there = edges.filter(({ source, destination }) => shown.includes(source) || shown.includes(destination));
    return {
      Vertices: items.map(({ arn, type, lineageType }) => ({ Arn: arn, Type: type, LineageType: lineageType })),
      ...(IncludeEdges && { Edges: there.map((edge): Json => associationMembers(edge)) }),
      ...next,
    };
  },
});

interface Walk {
  readonly start: string;
  readonly direction: string;
  readonly depth: number;
}

async function walk(state: LineageState, entities: LineageEntities, call: Call, { start, direction, depth }: Walk) {
  const found = new Map<string, Vertex>();
  const edges = new Set<Association>();
  let border = [start];
  for (let step = 0; step < depth && border.length > 0; step += 1) {
    const reached = border.flatMap((arn) => stepFrom(state.associations(call), arn, direction));
    for (const { edge } of reached) edges.add(edge);
    border = [...new Set(reached.map(({ to }) => to))].filter((arn) => arn !== start && !found.has(arn));
    for (const arn of border) found.set(arn, await entities.find(call, arn));
  }
  return { vertices: [...found.values()], edges: [...edges] };
}

/** Upwards from destination to source, downwards from source to destination. */
function stepFrom(edges: readonly Association[], arn: string, direction: string) {
  return edges.flatMap((edge) => [
    ...(edge.destination === arn && direction !== 'Descendants' ? [{ edge, to: edge.source }] : []),
    ...(edge.source === arn && direction !== 'Ascendants' ? [{ edge, to: edge.destination }] : []),
  ]);
}
