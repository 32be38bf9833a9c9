/** The door of the emulated AWS: it can be shut for a moment, so that nothing is half done while something else happens. */
export class Gate {
  private inside = 0;
  private waiting: (() => void)[] = [];
  private onEmpty: (() => void) | undefined;
  private shut = false;

  /** Waits while the door is shut. Whoever entered has to `leave`. */
  async enter(): Promise<void> {
    while (this.shut) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.inside += 1;
  }

  leave(): void {
    this.inside -= 1;
    if (this.inside === 0) this.onEmpty?.();
  }

  /** Lets nobody in any more; over once everybody who is inside has left. */
  async close(): Promise<void> {
    this.shut = true;
    if (this.inside > 0) await new Promise<void>((resolve) => (this.onEmpty = resolve));
    this.onEmpty = undefined;
  }

  open(): void {
    this.shut = false;
    for (const enter of this.waiting.splice(0)) enter();
  }
}
