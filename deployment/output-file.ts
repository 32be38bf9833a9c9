import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A log that a command writes by itself, because a pipe to us would break with us and end it. */
export class OutputFile {
  readonly descriptor: number;
  private readonly begin: number;

  constructor(file: string) {
    this.descriptor = openSync(file, 'a+', 0o600);
    this.begin = fstatSync(this.descriptor).size;
  }

  /** What was written since, which is no more than of one command: each stack has a log of its own. */
  end(): string {
    const text = Buffer.alloc(fstatSync(this.descriptor).size - this.begin);
    readSync(this.descriptor, text, 0, text.length, this.begin);
    closeSync(this.descriptor);
    return text.toString();
  }
}
