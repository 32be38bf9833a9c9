import fc from 'fast-check';
import { answerOf } from '../../../cli/lineage/answer';
import {
  type Direction,
  distancesFrom,
  graphOf,
  type LineageGraph,
  type LineageNode,
} from '../../../cli/lineage/graph';
import { drawSvg } from '../../../cli/lineage/svg';
import { describeTree } from '../../../cli/lineage/tree';

const node = (name: string, type = 'DataSet'): LineageNode => ({
  arn: `arn:${name}`,
  lineageType: 'Artifact',
  type,
  name,
});
const edge = (source: string, destination: string) => ({
  source: `arn:${source}`,
  destination: `arn:${destination}`,
  type: 'Produced',
});

/** Any graph, with circles and pieces that hang together with nothing; it is asked about its first node. */
const anyGraph: fc.Arbitrary<LineageGraph> = fc.integer({ min: 1, max: 12 }).chain((count) => {
  const place = fc.integer({ min: 0, max: count - 1 });
  const types = fc.array(fc.constantFrom('DataSet', 'Model', 'Endpoint', 'TrainingJob', 'Other'), {
    minLength: count,
    maxLength: count,
  });
  return fc
    .record({ types, ends: fc.uniqueArray(fc.tuple(place, place), { selector: String, maxLength: 30 }) })
    .map(({ types, ends }) =>
      graphOf(
        ['arn:0'],
        types.map((type, index) => node(String(index), type)),
        ends.filter(([from, to]) => from !== to).map(([from, to]) => edge(String(from), String(to))),
      ),
    );
});
const anyDirection = fc.constantFrom<Direction>('Ascendants', 'Descendants');

describe('a graph of lineage', () => {
  it('shows in its tree each node that lies in the direction, and ends', () => {
    fc.assert(
      fc.property(anyGraph, anyDirection, (graph, direction) => {
        const reached = distancesFrom(graph.edges, graph.starts, direction);
        const shown = describeTree(graph, direction)
          .trimEnd()
          .split('\n')
          .map((line) => / {2}(\d+)( \(shown above\))?$/.exec(line));
        expect(new Set(shown.map((match) => `arn:${match?.[1]}`))).toEqual(new Set(reached.keys()));
        // A node that leads on is opened once.
        for (const arn of reached.keys()) {
          const opened = shown.filter((match) => `arn:${match?.[1]}` === arn && !match?.[2]);
          if (
            graph.edges.some(
              ({ source, destination }) => [source, destination][direction === 'Ascendants' ? 1 : 0] === arn,
            )
          )
            expect(opened).toHaveLength(1);
        }
      }),
    );
  });

  it('is the same whatever order SageMaker answers in', () => {
    fc.assert(
      fc.property(anyGraph, ({ starts, nodes, edges }) => {
        expect(graphOf(starts, nodes.toReversed(), edges.toReversed())).toEqual({ starts, nodes, edges });
      }),
    );
  });

  it('answers with what lies in the direction, and never with what was asked about', () => {
    fc.assert(
      fc.property(anyGraph, anyDirection, (graph, direction) => {
        const reached = distancesFrom(graph.edges, graph.starts, direction);
        const { datasets, models, endpoints } = answerOf(graph, [direction]);
        const answered = [...datasets, ...models, ...endpoints].map(({ arn }) => arn);
        const due = graph.nodes.filter(
          ({ arn, type }) => arn !== 'arn:0' && reached.has(arn) && ['DataSet', 'Model', 'Endpoint'].includes(type),
        );
        expect(new Set(answered)).toEqual(new Set(due.map(({ arn }) => arn)));
      }),
    );
  });

  it('leaves an edge out that leads to nothing it has', () => {
    expect(graphOf(['arn:a'], [node('a')], [edge('a', 'b')]).edges).toEqual([]);
  });
});

describe('the picture of lineage', () => {
  const boxes = (svg: string) =>
    [...svg.matchAll(/<g transform="translate\(([\d.]+) ([\d.]+)\)">/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }));

  it('has a box for each node inside its frame, none over another, and a line for each edge', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const svg = await drawSvg(graph);
        const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
        const drawn = boxes(svg);
        expect(drawn).toHaveLength(graph.nodes.length);
        expect(svg.match(/<path class="line"/g) ?? []).toHaveLength(graph.edges.length);
        for (const [index, { x, y }] of drawn.entries()) {
          expect(x >= 0 && y >= 0 && x + 220 <= width && y + 56 <= height).toBe(true);
          for (const other of drawn.slice(index + 1))
            expect(Math.abs(other.x - x) >= 220 || Math.abs(other.y - y) >= 56).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stands from left to right: data, job, model, endpoint', async () => {
    const names = ['notes', 'job', 'model', 'live'];
    const chain = names.slice(1).map((name, index) => edge(names[index] ?? '', name));
    const nodes = names.map((name) => node(name));
    const svg = await drawSvg({ starts: ['arn:live'], nodes, edges: chain });
    const columns = boxes(svg).map(({ x }) => x);
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
    expect(new Set(columns).size).toBe(4);
  });

  it('keeps what somebody wrote from becoming markup, and long names inside their box', async () => {
    const name = `<script>&"${'long-'.repeat(10)}end`;
    const svg = await drawSvg({ starts: [], nodes: [{ ...node(name), source: `s3://bucket/${name}` }], edges: [] });
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&#60;script&#62;&#38;');
    expect(svg).toMatch(/>[^<]{1,60}…[^<]*end<\/text>/);
  });

  it('is the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => expect(await drawSvg(graph)).toBe(await drawSvg(graph))),
      { numRuns: 10 },
    );
  });
});
