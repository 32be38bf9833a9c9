import { type Direction, distancesFrom, type LineageGraph, type LineageNode } from './graph';

/** The short answer: which data, models and endpoints lie in the directions that were asked about. */
export interface Answer {
  readonly datasets: readonly LineageNode[];
  readonly models: readonly LineageNode[];
  readonly endpoints: readonly LineageNode[];
}

/** Picks out of a graph what the starts were made of and what was made of them, the starts left out. */
export function answerOf({ starts, nodes, edges }: LineageGraph, directions: readonly Direction[]): Answer {
  const reached = new Set(directions.flatMap((direction) => [...distancesFrom(edges, starts, direction).keys()]));
  const ofType = (type: string) =>
    nodes.filter((node) => node.type === type && reached.has(node.arn) && !starts.includes(node.arn));
  return { datasets: ofType('DataSet'), models: ofType('Model'), endpoints: ofType('Endpoint') };
}

/** The answer in one line for each kind of thing. */
export function describeAnswer({ datasets, models, endpoints }: Answer, directions: readonly Direction[]): string {
  const lines = [
    ...(directions.includes('Ascendants') ? [line('trained on', datasets)] : []),
    line('models', models),
    ...(directions.includes('Descendants') ? [line('served by', endpoints)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const line = (label: string, nodes: readonly LineageNode[]): string =>
  `${label.padEnd(12)}${nodes.length === 0 ? 'nothing is on record' : nodes.map(({ name }) => name).join(', ')}`;
