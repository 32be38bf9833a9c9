import type { Archive, StoredObject } from '../archive';

/** Signs that stand before and behind a log, by which readers know that it is whole. Source: go-tfe 1.94, `LogReader`. */
const start = Buffer.from([2]);
const end = Buffer.from([3]);

/** The log of a plan or an apply, which grows while it is read. */
export class Log {
  readonly object: StoredObject;

  constructor(archive: Archive) {
    this.object = archive.store(start);
  }

  write(text: string | Buffer): void {
    this.object.bytes = Buffer.concat([this.object.bytes ?? start, Buffer.from(text)]);
  }

  /** Nothing comes any more. */
  close(): void {
    this.write(end);
  }
}
