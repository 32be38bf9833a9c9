/** A statement that can be asked about requests. */
interface Weighable<S> {
  readonly effect: 'Allow' | 'Deny';
  readonly speaksOf: (subject: S) => boolean;
}

/** The statements that speak of a request, by their effect. One that denies is enough to deny. */
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
