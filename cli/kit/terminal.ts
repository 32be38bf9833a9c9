import { createColors } from 'picocolors';

/** Where text goes: a stream of the process, or what stands in for it. */
export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

export type Colors = ReturnType<typeof createColors>;

interface TerminalOptions {
  readonly quiet: boolean;
  /** Whether colour is wanted where the stream is a terminal. */
  readonly color: boolean;
}

const clearLine = '\r\u001b[2K';

/** The person's terminal: notes and progress go to stderr, so that stdout holds the answer only. */
export class Terminal {
  /** Columns that the answer may take; undefined where it does not go to a terminal. */
  readonly width: number | undefined;
  /** Colours of the answer; none where it does not go to a terminal. */
  readonly colors: Colors;
  /** Colours of notes and errors. */
  readonly errorColors: Colors;
  private isLive = false;

  constructor(
    private readonly streams: Streams,
    private readonly options: TerminalOptions,
  ) {
    const { stdout, stderr } = streams;
    this.width = stdout.isTTY ? stdout.columns : undefined;
    this.colors = createColors(options.color && stdout.isTTY === true);
    this.errorColors = createColors(options.color && stderr.isTTY === true);
  }

  /** Writes a line beside the answer, such as what was done; `--quiet` leaves it out. */
  note(text: string): void {
    if (this.options.quiet) return;
    this.clear();
    this.streams.stderr.write(`${text}\n`);
  }

  /** Shows what is under way in one line that the next replaces; false where there is no terminal to do so. */
  live(text: string): boolean {
    const { stderr } = this.streams;
    if (!stderr.isTTY) return false;
    if (this.options.quiet) return true;
    const line = stderr.columns ? text.slice(0, stderr.columns - 1) : text;
    stderr.write(`${clearLine}${line}`);
    this.isLive = true;
    return true;
  }

  /** Takes the live line away. */
  clear(): void {
    if (this.isLive) this.streams.stderr.write(clearLine);
    this.isLive = false;
  }
}
