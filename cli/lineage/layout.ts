import type { LineageEdge, LineageGraph, LineageNode } from './graph';

/** A point in pixels, from the upper left corner. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A graph with a place for everything, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** With the upper left corner of each box. */
  readonly boxes: readonly (Point & { readonly node: LineageNode })[];
  /** With the points that each line goes through, from the source to the destination. */
  readonly lines: readonly { readonly edge: LineageEdge; readonly points: readonly Point[] }[];
}

/** The size of a box, in pixels. */
export const box = { width: 220, height: 56 } as const;

const margin = 24;

/** Layers from left to right: what came first stands left of what came of it, but for edges that close a circle. */
export async function layOut({ nodes, edges }: LineageGraph): Promise<Layout> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 20, ranksep: 140, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { arn } of nodes) graph.setNode(arn, { ...box });
  for (const { source, destination } of edges) graph.setEdge(source, destination, {});
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    boxes: nodes.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.arn) as Partial<Point>;
      return { node, x: x - box.width / 2, y: y - box.height / 2 };
    }),
    lines: edges.map((edge) => {
      const { points = [] } = graph.edge(edge.source, edge.destination) as { points?: Point[] };
      const [from, to] = [edge.source, edge.destination].map((arn) => graph.node(arn) as Partial<Point>);
      return { edge, points: fromSideToSide(points, from, to) };
    }),
  };
}

/** Ends a line in the middle of the sides that face each other: at the nearest corner it would run behind a neighbour. */
function fromSideToSide(
  points: readonly Point[],
  from: Partial<Point> = {},
  to: Partial<Point> = {},
): readonly Point[] {
  const { x: left = 0, y: start = 0 } = from;
  const { x: right = 0, y: end = 0 } = to;
  const half = Math.sign(right - left) * (box.width / 2);
  return [{ x: left + half, y: start }, ...points.slice(1, -1), { x: right - half, y: end }];
}
