/** One page of a list. The services disagree about the case of the token. */
interface Page {
  readonly NextToken?: string | undefined;
  readonly nextToken?: string | undefined;
}

/**
 * The pages of a list, each fetched when it is asked for. The paginators of the SDK do the same, but for its own classes of
 * clients only.
 */
export async function* pages<P extends Page>(fetch: (token: string | undefined) => Promise<P>): AsyncGenerator<P> {
  let token: string | undefined;
  do {
    const page = await fetch(token);
    yield page;
    token = page.NextToken ?? page.nextToken;
  } while (token);
}
