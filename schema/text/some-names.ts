/** More names than this are cut. */
export const mostNames = 4;

/** `a, b, c`, and of more than four `a, b, c and 94 more`. */
export const someNames = (names: readonly string[]): string =>
  names.length <= mostNames ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
