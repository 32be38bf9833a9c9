import { wavesOf } from '../../deployment/waves';
import { widthOn } from '../../deployment/width';

const stack = (name: string, ...dependencies: string[]) => ({ name, dependencies });
const namesOf = (stacks: readonly ReturnType<typeof stack>[]) =>
  wavesOf(stacks).map((wave) => wave.map(({ name }) => name));

describe('waves', () => {
  it('have each stack as early as what it waits for lets it', () => {
    const stacks = [
      stack('cost', 'a', 'b'),
      stack('a', 'security'),
      stack('b', 'management'),
      stack('security', 'management'),
      stack('management'),
    ];
    expect(namesOf(stacks)).toEqual([['management'], ['b', 'security'], ['a'], ['cost']]);
  });

  it('are held up by nothing that was not chosen', () => {
    expect(namesOf([stack('a', 'security'), stack('b', 'a')])).toEqual([['a'], ['b']]);
    expect(namesOf([])).toEqual([]);
  });

  it('are none where stacks wait for each other', () => {
    expect(() => wavesOf([stack('a', 'b'), stack('b', 'a'), stack('c')])).toThrow(
      'these stacks wait for each other: a, b',
    );
  });
});

describe('the width of a deployment', () => {
  const gigabyte = 1024 ** 3;
  it.each([
    ['no more than the processors', { cores: 4, memory: 64 * gigabyte }, 1, 4],
    ['no more than the providers of the largest stack find memory', { cores: 16, memory: 12 * gigabyte }, 4, 5],
    ['one at least', { cores: 2, memory: gigabyte }, 19, 1],
    ['that of a stack without a provider', { cores: 2, memory: gigabyte }, 0, 1],
  ])('is %s', (_, machine, providers, width) => {
    expect(widthOn(machine, providers)).toBe(width);
  });
});
