/** What something that was thrown says of itself: anything can be thrown, and not everything has a text. */
export function describeError(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return 'something without a text was thrown';
  }
}
