import type { LineageGraph, LineageNode } from './graph';
import { box, type Layout, layOut } from './layout';

/** One picture of the graph, as an SVG document: boxes with type and name, what was asked for in a thick frame. */
export async function drawSvg(graph: LineageGraph): Promise<string> {
  const layout = await layOut(graph);
  const { width, height, boxes, lines } = layout;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img">`,
    `<title>Lineage of ${escapeXml(titleOf(graph))}</title>`,
    `<style>${style}</style>`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>',
    `<rect class="paper" width="100%" height="100%"/>`,
    ...lines.map(drawLine),
    ...lines.map(drawEdgeType),
    ...boxes.map((each) => drawBox(each, graph.starts.includes(each.node.arn))),
    '</svg>',
    '',
  ].join('\n');
}

/** The hue of each type. Colour is not needed to tell types apart: the name is in the box. */
const style = [
  'text{font:13px system-ui,sans-serif;fill:#1f2328}.type{font-size:11px;fill:#57606a}.edge{font-size:11px;fill:#57606a;stroke:#fff;stroke-width:4px;paint-order:stroke}',
  '.paper{fill:#fff}.line{fill:none;stroke:#8c959f;stroke-width:1.5}.head{fill:#8c959f}.box{stroke-width:1.5}.start{stroke-width:3.5}',
  '.data{fill:#ddf4ff;stroke:#0969da}.job{fill:#fff8c5;stroke:#9a6700}.model{fill:#fbefff;stroke:#8250df}',
  '.endpoint{fill:#dafbe1;stroke:#1a7f37}.other{fill:#f6f8fa;stroke:#6e7781}',
  '@media (prefers-color-scheme:dark){text{fill:#e6edf3}.type,.edge{fill:#9ea7b3}.edge{stroke:#0d1117}.paper{fill:#0d1117}.line{stroke:#6e7681}.head{fill:#6e7681}',
  '.data{fill:#0c2d6b;stroke:#58a6ff}.job{fill:#3b2300;stroke:#d29922}.model{fill:#3c1e70;stroke:#bc8cff}',
  '.endpoint{fill:#033a16;stroke:#3fb950}.other{fill:#161b22;stroke:#8b949e}}',
].join('');

const hues: Readonly<Record<string, string>> = {
  DataSet: 'data',
  TrainingJob: 'job',
  ProcessingJob: 'job',
  Model: 'model',
  Endpoint: 'endpoint',
};

const titleOf = ({ starts, nodes }: LineageGraph): string =>
  nodes
    .filter(({ arn }) => starts.includes(arn))
    .map(({ name }) => name)
    .join(', ');

function drawBox({ node, x, y }: Layout['boxes'][number], start: boolean): string {
  const classes = ['box', hues[node.type] ?? 'other', ...(start ? ['start'] : [])].join(' ');
  return [
    `<g transform="translate(${round(x)} ${round(y)})"><title>${escapeXml(node.source ?? node.arn)}</title>`,
    `<rect class="${classes}" width="${box.width}" height="${box.height}" rx="8"/>`,
    `<text class="type" x="14" y="22">${escapeXml(node.type)}</text>`,
    `<text x="14" y="42">${escapeXml(shorten(node))}</text></g>`,
  ].join('');
}

/** A curve that leaves and enters each of its points level. */
function drawLine({ points }: Layout['lines'][number]): string {
  const path = points.map((to, index) => {
    const from = points[index - 1];
    if (!from) return `M${round(to.x)} ${round(to.y)}`;
    const middle = round((from.x + to.x) / 2);
    return `C${middle} ${round(from.y)} ${middle} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
  });
  return `<path class="line" marker-end="url(#arrow)" d="${path.join('')}"/>`;
}

/** In the middle of its line, over all lines. */
function drawEdgeType({ edge, points }: Layout['lines'][number]): string {
  const [before, after] = [points[Math.ceil(points.length / 2) - 1], points[Math.floor(points.length / 2)]];
  if (!before || !after || !edge.type) return '';
  const [x, y] = [(before.x + after.x) / 2, (before.y + after.y) / 2];
  return `<text class="edge" x="${round(x)}" y="${round(y + 4)}" text-anchor="middle">${escapeXml(edge.type)}</text>`;
}

/** What a box has room for; the end of a name tells versions and folders apart, so the middle goes. */
function shorten({ name }: LineageNode): string {
  const room = 26;
  return name.length <= room ? name : `${name.slice(0, room / 2 - 1)}…${name.slice(-room / 2)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const escapeXml = (text: string): string => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
