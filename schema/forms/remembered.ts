import { ownValue } from '../facts/own-value';
import type { Ledger } from './ledger';

/** What of a stack is or was protected by the ledger, each with its companions; undefined where nothing is. */
export function tryRemembered(
  { protected: there, kept }: Ledger,
  stack: string,
): Readonly<Record<string, readonly string[]>> | undefined {
  const [now, before] = [ownValue(there, stack), ownValue(kept, stack)];
  return now || before ? { ...before, ...now } : undefined;
}

/** Names of the stacks that `tryRemembered` knows. */
export const rememberedStacks = ({ protected: there, kept }: Ledger): readonly string[] => [
  ...new Set([...Object.keys(there), ...Object.keys(kept)]),
];
