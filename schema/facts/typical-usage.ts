import { usageOfKeeping } from './usage-of-keeping';
import { usageOfWatching } from './usage-of-watching';

/**
 * A month of a small account of each class. They are judgements: no source gives them, so each says what it was worked out from, and
 * `accounts/landing-zone.usage.ts` takes the place of any. Whoever has a bill writes what it says.
 */
export const typicalUsage = { ...usageOfWatching, ...usageOfKeeping } as const;

export type QuantityName = keyof typeof typicalUsage;
export const quantityNames = Object.keys(typicalUsage) as QuantityName[];

/** Whether a quantity is about each region. */
export const isRegional = (name: QuantityName): boolean => 'regional' in typicalUsage[name];
