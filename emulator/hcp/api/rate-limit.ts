/** What a limit says of a request. */
export interface Allowance {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Counts requests of each user by the second: "Requests are per user, not per token" (API docs, "Rate Limiting"). The headers are those
 * that go-tfe reads: the limit, what is left of it, and after how many seconds it starts anew.
 */
export class RateLimit {
  private readonly counts = new Map<string, { second: number; count: number }>();

  /** @param now milliseconds of a clock that goes on */
  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  next(user: string): Allowance {
    const now = this.now();
    const second = Math.floor(now / 1000);
    const known = this.counts.get(user);
    const count = known?.second === second ? known.count + 1 : 1;
    this.counts.set(user, { second, count });
    return {
      allowed: count <= this.perSecond,
      headers: {
        'x-ratelimit-limit': String(this.perSecond),
        'x-ratelimit-remaining': String(Math.max(0, this.perSecond - count)),
        'x-ratelimit-reset': (second + 1 - now / 1000).toFixed(3),
      },
    };
  }
}
