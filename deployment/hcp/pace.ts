/**
 * Spaces requests out, so that no more of them begin in a second than a server admits. Source: HCP Terraform docs, "API: Rate limiting"
 * (30 requests a second); go-tfe, which takes 66 % of what `X-RateLimit-Limit` says, because others use the same account.
 */
export class Pace {
  private next = 0;
  private perSecond = 30 * ours;

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly wait: (milliseconds: number) => Promise<void> = waiting,
  ) {}

  /** @param limit requests a second that the server admits, as it says */
  admit(limit: number): void {
    if (limit > 0) this.perSecond = limit * ours;
  }

  /** Waits until the next request may begin. */
  async turn(): Promise<void> {
    const at = Math.max(this.now(), this.next);
    this.next = at + 1000 / this.perSecond;
    const ahead = at - this.now();
    if (ahead > 0) await this.wait(ahead);
  }

  /** Lets nothing begin for a while: the server has said that it is too much. */
  hold(milliseconds: number): void {
    this.next = Math.max(this.next, this.now() + milliseconds);
  }
}

/** The part of the limit that is used. */
const ours = 0.66;

/** Waits, without keeping a process that has ended. */
export const waiting = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
