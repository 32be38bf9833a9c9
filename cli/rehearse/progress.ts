import type { Step } from '../../rehearsal/run';

type Running = Pick<Step, 'stack' | 'phase'>;

/** Shows which phases run now, anew every second: a phase may take minutes. */
export class Progress {
  private readonly running = new Map<string, Running>();
  private readonly started = Date.now();
  private readonly timer: NodeJS.Timeout;

  /** @param live shows a line in place of the last */
  constructor(private readonly live: (text: string) => void) {
    this.timer = setInterval(() => this.show(), 1_000);
    this.timer.unref();
  }

  begin(step: Running): void {
    this.running.set(keyOf(step), step);
    this.show();
  }

  end(step: Running): void {
    this.running.delete(keyOf(step));
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private show(): void {
    this.live(describeRunning([...this.running.values()], Math.round((Date.now() - this.started) / 1000)));
  }
}

const keyOf = ({ phase, stack }: Running): string => `${phase} ${stack}`;

/** `1:05  deploy log-archive, security; plan management` */
export function describeRunning(running: readonly Running[], seconds: number): string {
  const phases = [...new Set(running.map(({ phase }) => phase))];
  const parts = phases.map((phase) => {
    const stacks = running.filter((step) => step.phase === phase).map(({ stack }) => stack);
    return `${phase} ${stacks.join(', ')}`;
  });
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return `${clock}  ${parts.join('; ') || 'preparing'}`;
}
