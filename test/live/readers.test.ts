import { tryReader } from '../../live/readers';
import { unreadTypes } from '../../live/unread-types';
import { typesInStacks } from '../support/types-in-stacks';

describe('the readers', () => {
  it('read every type that stacks can have, but those that are written down with a reason', () => {
    const unread = typesInStacks().filter((type) => tryReader(type) === undefined);
    expect(unread).toEqual(Object.keys(unreadTypes));
  });
});
