import CliTable from 'cli-table3';
import { visible } from '../../schema/problems/problem';

export interface TableContent {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Columns that are aligned at their right, by their heads. @default - none */
  readonly right?: readonly string[];
}

/** A column is not made narrower than this, its two spaces included. */
const narrowest = 8;

/**
 * A table that is never wider than the terminal: long cells are wrapped, and where that is not enough each row becomes a list.
 *
 * @param width columns of the terminal @default - as wide as the cells
 */
export function table({ rows, ...others }: TableContent, width?: number): string {
  // What was read from AWS may hold what would steer the terminal.
  const content = { ...others, rows: rows.map((row) => row.map((cell) => visible(String(cell)))) };
  const natural = render(content);
  const [border = ''] = natural.split('\n', 1);
  if (width === undefined || border.length <= width) return natural;
  const widths = tryFit(
    border
      .slice(1, -1)
      .split('┬')
      .map((line) => line.length),
    width,
  );
  return widths ? render(content, widths) : lists(content, width);
}

function render({ head, rows, right = [] }: TableContent, widths?: readonly number[]): string {
  const drawn = new CliTable({
    head: [...head],
    colAligns: head.map((name) => (right.includes(name) ? 'right' : 'left')),
    style: { head: [], border: [] },
    ...(widths && { colWidths: [...widths], wordWrap: true }),
  });
  const cell = (content: string | number, column: number) => ({
    content: String(content),
    // Words that fit are kept whole; a longer one is broken rather than cut.
    wrapOnWordBoundary: longestWord(content) <= (widths?.[column] ?? Number.POSITIVE_INFINITY) - 2,
  });
  drawn.push(...rows.map((row) => row.map(cell)));
  return drawn.toString();
}

const longestWord = (content: string | number): number =>
  Math.max(
    ...String(content)
      .split(/\s/)
      .map((word) => word.length),
  );

/** Takes columns from the widest until all fit, or undefined where they cannot. */
function tryFit(natural: readonly number[], width: number): readonly number[] | undefined {
  const widths = [...natural];
  const room = width - widths.length - 1;
  let total = widths.reduce((sum, each) => sum + each, 0);
  for (; total > room; total -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= narrowest) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** Each row as lines of its own: `head: cell`. */
const lists = ({ head, rows }: TableContent, width: number): string =>
  rows.map((row) => row.flatMap((cell, column) => broken(`${head[column]}: ${cell}`, width)).join('\n')).join('\n\n');

const broken = (line: string, width: number): readonly string[] =>
  line.match(new RegExp(`.{1,${Math.max(width, 1)}}`, 'gu')) ?? [''];
