/** Says whether a request is allowed or denied, where it is about the request. */
interface Weighable<S> {
  readonly effect: 'Allow' | 'Deny';
  readonly speaksOf: (subject: S) => boolean;
}

/** The statements that speak of a request, on either side of the scales. An explicit deny always weighs more. */
export function weigh<S, T extends Weighable<S>>(
  statements: readonly T[],
  subject: S,
): { readonly denying: readonly T[]; readonly allowing: readonly T[] } {
  const speaking = statements.filter(({ speaksOf }) => speaksOf(subject));
  return {
    denying: speaking.filter(({ effect }) => effect === 'Deny'),
    allowing: speaking.filter(({ effect }) => effect === 'Allow'),
  };
}
