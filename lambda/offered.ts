/** Where a region lacks a service, the name of its endpoint is in no DNS. A resolver in trouble says EAI_AGAIN instead. */
export const isServiceMissing = (error: unknown): error is { hostname: string } =>
  error instanceof Error && 'code' in error && error.code === 'ENOTFOUND' && 'hostname' in error;

/** What there is, or nothing where the region lacks the service: for a check that asks several, which regions get one by one. */
export async function* whereOffered<T>(things: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* things;
  } catch (error) {
    if (!isServiceMissing(error)) throw error;
  }
}

/** What a service says of a thing, or undefined where it was deleted since it was listed. */
export async function tryFind<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
