import fc from 'fast-check';
import { type Task, workOff } from '../../rehearsal/critical-path';

interface Plan {
  readonly name: string;
  readonly after?: readonly string[];
  readonly weight?: number;
}

/** Works off the plans, and answers the tasks in the order in which they began, with their niceness. */
async function begun(width: number, plans: readonly Plan[]): Promise<Map<string, number>> {
  const order = new Map<string, number>();
  const tasks = plans.map(
    ({ name, after = [], weight = 1 }): Task => ({
      name,
      after,
      weight,
      work: async (niceness) => void order.set(name, niceness),
    }),
  );
  await workOff(tasks, width);
  return order;
}

describe('the critical path', () => {
  it('begins with what has the longest way to the end, not with what is listed first or weighs most', async () => {
    const order = await begun(1, [
      { name: 'alone', weight: 5 },
      { name: 'first', weight: 2 },
      { name: 'second', after: ['first'], weight: 4 },
    ]);
    expect([...order.keys()]).toEqual(['first', 'alone', 'second']);
  });

  it('gives the processor to the longest way, and least to the shortest', async () => {
    const order = await begun(3, [
      { name: 'long', weight: 20 },
      { name: 'nearly', weight: 19 },
      { name: 'short', weight: 1 },
    ]);
    const [long, nearly, short] = [...order.values()];
    expect(long).toBe(5);
    expect(nearly).toBeGreaterThan(5);
    expect(nearly).toBeLessThan(10);
    expect(short).toBe(19);
  });

  it('measures by what is still to do: the last task has the processor for itself', async () => {
    const order = await begun(1, [
      { name: 'first', weight: 100 },
      { name: 'last', after: ['first'], weight: 1 },
    ]);
    expect(order.get('last')).toBe(5);
  });

  it('waits for nothing that is not among the tasks', async () => {
    expect([...(await begun(2, [{ name: 'a', after: ['elsewhere'] }])).keys()]).toEqual(['a']);
  });

  it('does every task once, after those that it waits for, with a niceness that a system takes', async () => {
    const graphs = fc.array(
      fc.record({ weight: fc.integer({ min: 1, max: 50 }), before: fc.array(fc.nat(30), { maxLength: 4 }) }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(graphs, fc.integer({ min: 1, max: 6 }), async (graph, width) => {
        const plans = graph.map(({ weight, before }, index) => ({
          name: `t${index}`,
          weight,
          after: before.filter((other) => other < index).map((other) => `t${other}`),
        }));
        const order = await begun(width, plans);
        const begin = [...order.keys()];
        expect([...begin].sort()).toEqual(plans.map(({ name }) => name).sort());
        for (const { name, after } of plans)
          for (const other of after) expect(begin.indexOf(other)).toBeLessThan(begin.indexOf(name));
        for (const niceness of order.values()) expect(niceness >= 5 && niceness <= 19).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
