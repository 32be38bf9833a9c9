import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Of } from '../../schema/text/digest';
import { Redactor } from './redact';

/** A file of the bundle, as the manifest names it. */
export interface BundleFile {
  /** Relative to the bundle: `controls.json`. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What is known of a bundle beside its files. */
export interface Dated {
  readonly landingZone: string;
  /** ISO 8601, in UTC. */
  readonly at: string;
  readonly tool: string;
}

/** Everything that goes into a bundle goes through here, and so through the redactor; nothing is on disk before `write`. */
export class Bundle {
  readonly redactor = new Redactor();
  private readonly contents = new Map<string, Uint8Array>();

  get files(): readonly BundleFile[] {
    return [...this.contents]
      .map(([path, content]) => ({ path, bytes: content.length, sha256: sha256Of(content) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  json(path: string, value: unknown): BundleFile {
    return this.keep(path, Buffer.from(`${JSON.stringify(this.redactor.value(value), undefined, 2)}\n`));
  }

  text(path: string, text: string): BundleFile {
    return this.keep(path, Buffer.from(this.redactor.text(text)));
  }

  /** What was redacted before it was drawn. */
  drawn(path: string, content: Uint8Array): BundleFile {
    return this.keep(path, content);
  }

  /** A value under the name that its content gives it, once however often it comes. */
  byContent(folder: string, value: unknown): BundleFile {
    const content = Buffer.from(`${JSON.stringify(this.redactor.value(value), undefined, 2)}\n`);
    return this.keep(`${folder}/${sha256Of(content)}.json`, content);
  }

  /** Lists every file so far with its hash, for a program and for `sha256sum -c`; a signature is of the latter. */
  seal(dated: Dated, sign?: (content: Uint8Array) => Seal): void {
    const manifest = { ...dated, digest: 'SHA-256', files: this.files };
    this.keep('manifest.json', Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`));
    const sums = Buffer.from(this.files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
    this.keep('SHA256SUMS', sums);
    if (!sign) return;
    const { signature, publicKey } = sign(sums);
    this.keep('SHA256SUMS.sig', signature);
    this.keep('SHA256SUMS.pem', Buffer.from(publicKey));
  }

  write(folder: string): void {
    for (const [path, content] of this.contents) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  /** Every file as one archive, the same bytes for the same bundle. */
  zip(at: string): Uint8Array {
    const { zipSync } = require('fflate') as typeof import('fflate');
    const sorted = [...this.contents].sort(([a], [b]) => (a < b ? -1 : 1));
    return zipSync(Object.fromEntries(sorted), { mtime: zipTime(at), level: 6 });
  }

  private keep(path: string, content: Uint8Array): BundleFile {
    this.contents.set(path, content);
    return { path, bytes: content.length, sha256: sha256Of(content) };
  }
}

/** A signature, and the key that it is checked with. */
export interface Seal {
  readonly signature: Uint8Array;
  /** PEM. */
  readonly publicKey: string;
}

/** Archives have times without a zone, and the library reads the clock of the machine's: the same digits everywhere. */
function zipTime(at: string): Date {
  const utc = new Date(at);
  return new Date(utc.getTime() + utc.getTimezoneOffset() * 60_000);
}
