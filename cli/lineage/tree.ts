import { type Direction, type LineageGraph, type LineageNode, stepsFrom } from './graph';

/** The graph as a tree from each start, with the type of the association before each further node. */
export function describeTree({ starts, nodes, edges }: LineageGraph, direction: Direction): string {
  const byArn = new Map(nodes.map((node) => [node.arn, node]));
  const seen = new Set<string>();
  const lines: string[] = [];
  const add = (arn: string, head: string, tail: string, type: string): void => {
    const node = byArn.get(arn);
    if (!node) return;
    const repeated = seen.has(arn);
    seen.add(arn);
    const steps = stepsFrom(edges, arn, direction);
    lines.push(`${head}${type}${label(node)}${repeated && steps.length > 0 ? ' (shown above)' : ''}`);
    if (repeated) return;
    for (const [index, { edge, to }] of steps.entries()) {
      const last = index === steps.length - 1;
      add(to, `${tail}${last ? '└─ ' : '├─ '}`, `${tail}${last ? '   ' : '│  '}`, `${edge.type ?? 'no type'}: `);
    }
  };
  for (const start of starts) add(start, '', '', '');
  return `${lines.join('\n')}\n`;
}

const label = ({ type, name, source }: LineageNode): string =>
  [type, name, ...(source?.startsWith('s3://') ? [source] : [])].join('  ');
