import { remembered } from './remembered';

describe('a function that is remembered', () => {
  const asked = jest.fn((data: unknown) => JSON.stringify(data) ?? 'nothing');
  const answer = remembered(asked);
  beforeEach(() => asked.mockClear());

  it('is asked once about the same data, whichever object holds them', () => {
    expect([answer({ a: [1] }), answer({ a: [1] })]).toEqual(['{"a":[1]}', '{"a":[1]}']);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['another value', { b: 1 }, { b: 2 }],
    ['a field that is written and has no value', { c: undefined }, {}],
    ['another order', { d: 1, e: 2 }, { e: 2, d: 1 }],
  ])('is asked again about %s', (_, one, other) => {
    answer(one);
    answer(other);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is asked each time about functions, which cannot be compared', () => {
    const withFunction = { f: () => 1 };
    answer(withFunction);
    answer(withFunction);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is asked again where it threw', () => {
    const refusing = jest.fn(() => {
      throw new Error('refused');
    });
    const refused = remembered(refusing);
    expect(() => refused('x')).toThrow('refused');
    expect(() => refused('x')).toThrow('refused');
    expect(refusing).toHaveBeenCalledTimes(2);
  });

  it('forgets what nobody has asked for a long time, and no earlier', () => {
    answer('old');
    for (let index = 0; index < 40; index++) {
      answer(index);
      answer('often');
    }
    asked.mockClear();
    answer('often');
    expect(asked).not.toHaveBeenCalled();
    answer('old');
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
