/** Where a rehearsal may keep its states. */
export const rehearsedBackends = ['local', 's3', 'hcp'] as const;

/** One of them. */
export type RehearsedBackend = (typeof rehearsedBackends)[number];
