import { isRegional, type QuantityName, quantityNames, typicalUsage } from '../../schema/facts/typical-usage';
import type { Range } from '../../schema/facts/usage-range';
import type { Usage } from '../../schema/forms/usage';
import type { CostedAccount } from './landscape';

export const exactly = (number: number): Range => ({ low: number, typical: number, high: number });

/** A range of two, number by number. */
export const combined = (a: Range, b: Range, by: (a: number, b: number) => number): Range => ({
  low: by(a.low, b.low),
  typical: by(a.typical, b.typical),
  high: by(a.high, b.high),
});

export const plus = (a: Range, b: Range): Range => combined(a, b, (one, other) => one + other);
export const times = (a: Range, b: Range): Range => combined(a, b, (one, other) => one * other);

/** How much of everything there is in a month, of each account. */
export interface Expected {
  /** @param away whether it is asked of a region other than the home region */
  of(name: QuantityName, account: Pick<CostedAccount, 'key' | 'class'>, away?: boolean): Range;
}

/**
 * What is expected of each account: what a person wrote of it, then of its class, then what is typical.
 *
 * @param nameOf what the usage file calls an account
 */
export function expectedUsage({ classes, accounts }: Usage, nameOf: (key: string) => string = (key) => key): Expected {
  const plain = (name: QuantityName, { key, class: kind }: Pick<CostedAccount, 'key' | 'class'>): Range => {
    const written = accounts[nameOf(key)]?.[name] ?? classes[kind]?.[name];
    return typeof written === 'number' ? exactly(written) : (written ?? typicalUsage[name][kind]);
  };
  return {
    of: (name, account, away = false) =>
      away && isRegional(name) ? times(plain(name, account), plain('elsewhere', account)) : plain(name, account),
  };
}

/** The quantities of each class that a usage file changes, by name. */
export const namesWritten = ({ classes, accounts }: Usage): readonly QuantityName[] =>
  quantityNames.filter((name) =>
    [...Object.values(classes), ...Object.values(accounts)].some((each) => each?.[name] !== undefined),
  );
