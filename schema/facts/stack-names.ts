/** Whatever has a key: an account. */
interface Keyed {
  readonly key: string;
}

/** The names of the stacks that accounts have each for itself, and of one that others speak of. The others are one of a kind. */
export const stackNames = {
  cost: 'cost',
  account: ({ key }: Keyed): string => `account-${key}`,
  ai: ({ key }: Keyed): string => `ai-${key}`,
} as const;
