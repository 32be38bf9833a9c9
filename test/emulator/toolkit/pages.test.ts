import { AwsError } from '../../../emulator/toolkit/errors';
import { type Paging, page } from '../../../emulator/toolkit/pages';

const paging: Paging = { usual: 3, most: 4, refuseToken: (token) => new AwsError('BadToken', token) };
const strict: Paging = { ...paging, refuseSize: (size) => new AwsError('BadSize', `${size}`) };
const letters = [...'abcdefg'];

describe('a page', () => {
  it('has the usual length where nobody asks for another, and the token of the next page', () => {
    const first = page(letters, { size: undefined, token: undefined }, paging);
    expect(first.items).toEqual(['a', 'b', 'c']);
    expect(page(letters, { size: 4, token: first.next }, paging)).toEqual({
      items: ['d', 'e', 'f', 'g'],
      next: undefined,
    });
  });

  it('is cut at the longest that the service sends, or refused where the service refuses', () => {
    expect(page(letters, { size: 7, token: undefined }, paging).items).toHaveLength(4);
    expect(() => page(letters, { size: 7, token: undefined }, strict)).toThrow(new AwsError('BadSize', '7'));
    expect(() => page(letters, { size: 0, token: undefined }, strict)).toThrow(new AwsError('BadSize', '0'));
  });

  it.each(['8', '-1', '1.5', 'x', '1e1'])('is refused for the token %s, which no answer gave', (token) => {
    expect(() => page(letters, { size: undefined, token }, paging)).toThrow(new AwsError('BadToken', token));
  });
});
