import { createWriteStream, type WriteStream } from 'node:fs';

/** One answered request, as the log keeps it. */
export interface LogEntry {
  /** Serial number of the request. */
  readonly n: number;
  readonly service: string;
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly status: number;
  /** What the client says that it is: `AWS_SDK_UA_APP_ID`, by the AWS SDKs and Tools Reference Guide, "Application ID". */
  readonly app?: string;
  /** Error code of a refusal. */
  readonly error?: string;
}

/** Writes one JSON line per request, without clock values, so that two runs can be compared. */
export class RequestLog {
  private readonly stream: WriteStream | undefined;
  private written = 0;

  constructor(file: string | undefined) {
    this.stream = file === undefined ? undefined : createWriteStream(file);
  }

  get count(): number {
    return this.written;
  }

  add(entry: Omit<LogEntry, 'n'>): void {
    this.written += 1;
    this.stream?.write(`${JSON.stringify({ n: this.written, ...entry })}\n`);
  }

  close(): Promise<void> {
    return new Promise((resolve) => (this.stream ? this.stream.end(resolve) : resolve()));
  }
}
