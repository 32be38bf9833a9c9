import { inOrder } from '../../deployment/in-order';

const named = (...names: string[]) => names.map((name) => ({ name }));
const none = () => [];
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is told to, and what has begun and ended so far. */
function controlled() {
  const log: string[] = [];
  const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  return {
    log,
    work: ({ name }: { readonly name: string }) => {
      log.push(`begin ${name}`);
      return new Promise<void>((resolve, reject) => ends.set(name, { resolve, reject })).then(() => {
        log.push(`end ${name}`);
      });
    },
    async end(name: string) {
      ends.get(name)?.resolve();
      await turn();
    },
    async fail(name: string) {
      ends.get(name)?.reject(new Error(`${name} failed`));
      await turn();
    },
  };
}

describe('work in order', () => {
  it('begins each item as soon as those before it are done, and not earlier', async () => {
    const before: Record<string, string[]> = { b: ['a'], d: ['b', 'c'] };
    const { log, work, end } = controlled();
    const done = inOrder(named('d', 'b', 'a', 'c'), 4, ({ name }) => before[name] ?? [], work);
    await turn();
    expect(log).toEqual(['begin a', 'begin c']);
    await end('a');
    expect(log.slice(2)).toEqual(['end a', 'begin b']);
    await end('b');
    expect(log.slice(4)).toEqual(['end b']);
    await end('c');
    expect(log.slice(5)).toEqual(['end c', 'begin d']);
    await end('d');
    await done;
  });

  it('has no more at once than it may', async () => {
    const { log, work, end } = controlled();
    const done = inOrder(named('a', 'b', 'c'), 2, none, work);
    await turn();
    expect(log).toEqual(['begin a', 'begin b']);
    await end('b');
    expect(log.slice(2)).toEqual(['end b', 'begin c']);
    await end('a');
    await end('c');
    await done;
  });

  it('takes a free place at once, also where an earlier item still waits', async () => {
    const { log, work, end } = controlled();
    const done = inOrder(
      named('first', 'waiting', 'free'),
      2,
      ({ name }) => (name === 'waiting' ? ['first'] : []),
      work,
    );
    await turn();
    expect(log).toEqual(['begin first', 'begin free']);
    for (const name of ['free', 'first', 'waiting']) await end(name);
    await done;
    expect(log.at(-1)).toBe('end waiting');
  });

  it('begins nothing after a failure, lets what runs end, and throws the first failure', async () => {
    const { log, work, end, fail } = controlled();
    let outcome: unknown = 'pending';
    const done = inOrder(named('a', 'b', 'c'), 2, none, work).catch((error) => {
      outcome = error;
    });
    await turn();
    await fail('a');
    expect([log, outcome]).toEqual([['begin a', 'begin b'], 'pending']);
    await end('b');
    await done;
    expect(outcome).toEqual(new Error('a failed'));
    expect(log).toEqual(['begin a', 'begin b', 'end b']);
  });

  it('throws the first of two failures, also where it is nothing', async () => {
    const { work, fail } = controlled();
    const done = expect(inOrder(named('a', 'b'), 2, none, work)).rejects.toThrow('b failed');
    await turn();
    await fail('b');
    await fail('a');
    await done;
    await expect(inOrder(named('a'), 1, none, () => Promise.reject(undefined))).rejects.toBeUndefined();
  });

  it('waits for nobody who is not among the items', async () => {
    const begun: string[] = [];
    await inOrder(
      named('a'),
      1,
      () => ['elsewhere'],
      async ({ name }) => void begun.push(name),
    );
    expect(begun).toEqual(['a']);
  });

  it('says who waits for each other in a circle', async () => {
    const before: Record<string, string[]> = { a: ['b'], b: ['a'] };
    const order = inOrder(
      named('a', 'b', 'c'),
      2,
      ({ name }) => before[name] ?? [],
      async () => undefined,
    );
    await expect(order).rejects.toThrow('these wait for each other: a, b');
  });

  it('is done with nothing at once', async () => {
    await expect(inOrder([], 2, none, async () => undefined)).resolves.toBeUndefined();
  });
});
