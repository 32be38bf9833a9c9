/** Whatever has a key: an account. */
interface Keyed {
  readonly key: string;
}

/** The names of the stacks that accounts have each for itself, and of one that others speak of. The others are one of a kind. */
export const stackNames = {
  cost: 'cost',
  hcp: 'hcp',
  identity: 'identity',
  account: ({ key }: Keyed): string => `account-${key}`,
  ai: ({ key }: Keyed): string => `ai-${key}`,
} as const;

/** What a stack may be called: one of a kind, or of an account, which may have gone with its file. */
export const stackNamePattern = {
  regex: /^(management|log-archive|security|compliance|cost|hcp|identity|(account|ai)-[a-z0-9]+(-[a-z0-9]+)*)$/,
  rule: 'must be the name of a stack: management, log-archive, security, compliance, cost, hcp, identity, or account- or ai- with the key of an account',
} as const;
