/** A statement of a policy as it was written. */
export interface WrittenStatement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

/** The statements of a policy in text; none where there is no policy. */
export function tryParseStatements(policy: string | undefined): readonly WrittenStatement[] {
  if (policy === undefined) return [];
  const { Statement = [] } = JSON.parse(policy) as { Statement?: WrittenStatement | readonly WrittenStatement[] };
  return [Statement].flat() as readonly WrittenStatement[];
}
