import fc from 'fast-check';
import { table } from '../../../cli/kit/table';

const content = {
  head: ['node', 'policies'],
  rows: [
    ['Root', 'FullAWSAccess, root-1, root-2, root-3'],
    ['Workloads/MachineLearning/Production', 3],
  ],
  right: ['policies'],
};
const widthOf = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('a table', () => {
  it('is as wide as its cells where nothing limits it', () => {
    const lines = table(content).split('\n');
    expect(lines[1]).toBe('│ node                                 │                              policies │');
    expect(lines[5]).toBe('│ Workloads/MachineLearning/Production │                                     3 │');
    expect(table(content, 200)).toBe(table(content));
  });

  it('wraps words, and breaks those that are too long rather than cutting them', () => {
    const text = table(content, 40);
    expect(widthOf(text)).toBeLessThanOrEqual(40);
    for (const word of ['FullAWSAccess,', 'root-1,', 'root-3']) expect(text).toContain(word);
    const first = text.split('\n').map((line) => line.split('│')[1]?.trim());
    expect(first.join('')).toContain('Workloads/MachineLearning/Production');
  });

  it('becomes lists where its columns do not fit', () => {
    expect(
      table(
        {
          head: ['node', 'policies'],
          rows: [
            ['Root', 2],
            ['Sandbox', 3],
          ],
        },
        12,
      ),
    ).toBe('node: Root\npolicies: 2\n\nnode: Sandb\nox\npolicies: 3'.replace('Sandb\nox', 'Sandbo\nx'));
  });

  it('is never wider than the terminal', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9/:*-]{0,40}$/);
    const rows = fc
      .integer({ min: 1, max: 9 })
      .chain((columns) =>
        fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(rows, fc.integer({ min: 10, max: 160 }), (cells, width) => {
        const [head = [], ...rest] = cells;
        expect(widthOf(table({ head, rows: rest }, width))).toBeLessThanOrEqual(width);
      }),
      { numRuns: 200 },
    );
  });
});
