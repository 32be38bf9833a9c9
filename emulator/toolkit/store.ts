/** What somebody created and would have to delete, as `<region> <type> <id>`. */
export interface Leftover {
  readonly account: string;
  readonly resource: string;
}

/** Keeps one value per account and region (or any other parts of a key). */
export class Store<T> {
  private readonly values = new Map<string, T>();
  private static key = (parts: readonly string[]): string => parts.join('/');

  get(...parts: string[]): T | undefined {
    return this.values.get(Store.key(parts));
  }

  set(value: T, ...parts: string[]): T {
    this.values.set(Store.key(parts), value);
    return value;
  }

  delete(...parts: string[]): boolean {
    return this.values.delete(Store.key(parts));
  }

  /** Deletes every value whose key starts with the given parts: all of an account, all of its region. */
  deleteAll(...parts: string[]): void {
    const prefix = `${Store.key(parts)}/`;
    for (const key of this.values.keys()) if (`${key}/`.startsWith(prefix)) this.values.delete(key);
  }

  /** Every value whose key starts with the given parts, oldest first. */
  list(...parts: string[]): T[] {
    const prefix = parts.length === 0 ? '' : `${Store.key(parts)}/`;
    return [...this.values].filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
  }

  entries(): [string[], T][] {
    return [...this.values].map(([key, value]) => [key.split('/'), value]);
  }
}

/** What is left in a store whose keys are account, region and id, but for what is gone already. */
export const leftIn = <T>(store: Store<T>, type: string, isGone: (value: T) => boolean = () => false): Leftover[] =>
  store
    .entries()
    .filter(([, value]) => !isGone(value))
    .map(([[account = '', region, ...id]]) => ({ account, resource: `${region} ${type} ${id.join('/')}` }));
