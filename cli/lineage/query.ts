import { QueryLineageCommand, type SageMakerClient, type Vertex } from '@aws-sdk/client-sagemaker';
import { type Direction, distancesFrom, type LineageEdge } from './graph';

/** SageMaker goes so many steps from the start and no further ("Querying Lineage Entities"). */
const deepest = 10;

/** What a walk through the graph found: the vertices without their names. */
export interface Walked {
  readonly vertices: ReadonlyMap<string, Vertex>;
  readonly edges: readonly LineageEdge[];
}

/** Everything that lies in a direction of a start, however far and on however many pages; circles are walked once. */
export async function walk(client: SageMakerClient, start: string, direction: Direction): Promise<Walked> {
  const vertices = new Map<string, Vertex>();
  const edges = new Map<string, LineageEdge>();
  const asked = new Set<string>();
  const waiting = [start];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    asked.add(from);
    const found = await query(client, from, direction);
    for (const vertex of found.vertices) vertices.set(vertex.Arn ?? '', vertex);
    for (const edge of found.edges) edges.set(`${edge.source} ${edge.destination}`, edge);
    // What lies at the end of the walk may lead on.
    for (const [arn, steps] of distancesFrom(found.edges, [from], direction))
      if (steps === deepest && !asked.has(arn)) waiting.push(arn);
  }
  return { vertices, edges: [...edges.values()] };
}

async function query(client: SageMakerClient, start: string, direction: Direction) {
  const vertices: Vertex[] = [];
  const edges: LineageEdge[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new QueryLineageCommand({
        StartArns: [start],
        Direction: direction,
        IncludeEdges: true,
        MaxDepth: deepest,
        MaxResults: 50,
        NextToken,
      }),
    );
    vertices.push(...(page.Vertices ?? []));
    for (const { SourceArn = '', DestinationArn = '', AssociationType } of page.Edges ?? [])
      edges.push({ source: SourceArn, destination: DestinationArn, type: AssociationType });
    NextToken = page.NextToken;
  } while (NextToken);
  return { vertices, edges };
}
