/** A thing that lineage knows of. */
export interface LineageNode {
  readonly arn: string;
  /** `Artifact`, `Context`, `Action` or `TrialComponent`. */
  readonly lineageType: string;
  /** `DataSet`, `TrainingJob`, `Model`, `Endpoint`, or what its maker thought of. */
  readonly type: string;
  /** The shortest name that a person knows it by. */
  readonly name: string;
  /** URI of what it stands for, where it has one. */
  readonly source?: string;
}

/** An association, from what came first to what came of it. */
export interface LineageEdge {
  readonly source: string;
  readonly destination: string;
  /** `ContributedTo`, …; undefined where whoever made it gave none. */
  readonly type?: string;
}

/** What is on record around what was asked for; edges begin and end at nodes. */
export interface LineageGraph {
  /** ARNs of what was asked for. */
  readonly starts: readonly string[];
  /** In the order of type, name and ARN. */
  readonly nodes: readonly LineageNode[];
  /** In the order of the nodes that they begin at, then of those that they end at. */
  readonly edges: readonly LineageEdge[];
}

/** Against the edges, to what something was made of, or along them, to what was made of it. */
export type Direction = 'Ascendants' | 'Descendants';

/** The edges that leave a node in a direction, each with the node that it leads to. */
export const stepsFrom = (edges: readonly LineageEdge[], arn: string, direction: Direction) =>
  edges.flatMap((edge) => {
    const [here, there] =
      direction === 'Ascendants' ? [edge.destination, edge.source] : [edge.source, edge.destination];
    return here === arn ? [{ edge, to: there }] : [];
  });

/** The ARNs that lie in a direction with the fewest steps to each; the starts are 0 steps away. Circles end. */
export function distancesFrom(
  edges: readonly LineageEdge[],
  starts: readonly string[],
  direction: Direction,
): ReadonlyMap<string, number> {
  const distances = new Map(starts.map((arn) => [arn, 0]));
  const waiting = [...starts];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift())
    for (const { to } of stepsFrom(edges, at, direction))
      if (!distances.has(to)) {
        distances.set(to, (distances.get(at) ?? 0) + 1);
        waiting.push(to);
      }
  return distances;
}

/** A graph in its promised order, with no edge that lacks an end. */
export function graphOf(
  starts: readonly string[],
  nodes: readonly LineageNode[],
  edges: readonly LineageEdge[],
): LineageGraph {
  const sorted = nodes.toSorted((a, b) => compare([a.type, a.name, a.arn], [b.type, b.name, b.arn]));
  const places = new Map(sorted.map(({ arn }, place) => [arn, place]));
  const placeOf = (arn: string) => places.get(arn) ?? 0;
  return {
    starts,
    nodes: sorted,
    edges: edges
      .filter(({ source, destination }) => places.has(source) && places.has(destination))
      .toSorted((a, b) => placeOf(a.source) - placeOf(b.source) || placeOf(a.destination) - placeOf(b.destination)),
  };
}

function compare(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join('\0'), b.join('\0')];
  return left < right ? -1 : Number(left > right);
}
