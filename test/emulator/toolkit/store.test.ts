import { leftIn, Store } from '../../../emulator/toolkit/store';

function keeping(...keys: readonly string[]): Store<string> {
  const store = new Store<string>();
  for (const key of keys) store.set(key, ...key.split('/'));
  return store;
}

describe('a store', () => {
  it('deletes all of an account, all of its region, or one value, and nothing of an account with a longer id', () => {
    const store = keeping('1/eu/a', '1/us/a', '11/eu/a', '2/eu');
    store.deleteAll('1', 'eu');
    expect(store.list()).toEqual(['1/us/a', '11/eu/a', '2/eu']);
    store.deleteAll('1');
    store.deleteAll('2', 'eu');
    expect(store.list()).toEqual(['11/eu/a']);
  });

  it('lists what is left by account, with region, type and id', () => {
    const store = keeping('1/eu/path/a', '1/eu/gone');
    expect(leftIn(store, 'thing', (value) => value.endsWith('gone'))).toEqual([
      { account: '1', resource: 'eu thing path/a' },
    ]);
  });
});
