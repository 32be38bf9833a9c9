import { someNames } from '../../schema/text/some-names';
import type { Context } from '../kit/command';

interface Running {
  readonly stack: string;
  readonly phase: string;
}

/** Where there is no terminal, as in CI, a line in so many seconds without another says that the command is alive. */
const quietSeconds = 30;

/** Shows which phases run now, anew every second: a phase may take minutes. */
export class Progress {
  private readonly running = new Map<string, Running>();
  private readonly started = Date.now();
  private readonly timer: NodeJS.Timeout;
  private lastSaid = this.started;
  private work = 'preparing';
  private isPaused = false;

  constructor(private readonly context: Pick<Context, 'live' | 'note'>) {
    this.timer = setInterval(() => this.show(), 1_000);
    this.timer.unref();
  }

  /** @param work what goes on while no phase is known */
  at(work: string): void {
    this.work = work;
    this.show();
  }

  begin(step: Running): void {
    this.running.set(keyOf(step), step);
    this.show();
  }

  /** @param text what is said of the step that has ended @default - nothing */
  end(step: Running, text?: string): void {
    this.running.delete(keyOf(step));
    if (text !== undefined) this.say(text);
  }

  /** Shows nothing while something else is on the terminal. */
  async paused<T>(work: () => Promise<T>): Promise<T> {
    this.isPaused = true;
    try {
      return await work();
    } finally {
      this.isPaused = false;
    }
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private show(): void {
    if (this.isPaused) return;
    const now = Date.now();
    const text = describeRunning([...this.running.values()], Math.round((now - this.started) / 1000), this.work);
    if (!this.context.live(text) && now - this.lastSaid >= quietSeconds * 1000) this.say(text);
  }

  private say(text: string): void {
    this.context.note(text);
    this.lastSaid = Date.now();
  }
}

const keyOf = ({ phase, stack }: Running): string => `${phase} ${stack}`;

/** `1:05  deploy log-archive, security; plan management` */
export function describeRunning(running: readonly Running[], seconds: number, otherwise = 'preparing'): string {
  const phases = [...new Set(running.map(({ phase }) => phase))];
  const parts = phases.map((phase) => {
    const stacks = running.filter((step) => step.phase === phase).map(({ stack }) => stack);
    return `${phase} ${someNames(stacks)}`;
  });
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return `${clock}  ${parts.join('; ') || otherwise}`;
}
