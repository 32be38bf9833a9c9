/** The time in the emulated AWS: it stands still, so that two runs answer alike, until it is set. */
export class Clock {
  constructor(private instant: Date) {}

  now(): Date {
    return new Date(this.instant);
  }

  /** Seconds since 1970, as most services write a time. */
  seconds(): number {
    return Math.floor(this.instant.getTime() / 1000);
  }

  /** ISO 8601, as some REST services write a time. */
  iso(): string {
    return this.instant.toISOString();
  }

  set(instant: Date): void {
    this.instant = new Date(instant);
  }
}
