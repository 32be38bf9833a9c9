import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { StackManifest } from 'cdktf';
import { configurationFile, stamped } from '../../schema/facts/made-of';
import { sha256Of } from '../../schema/text/digest';

/** What is known of subjects whose stacks are alike. */
export interface Likeness<T> {
  /** The words by which a subject differs from others of its kind, each in its place. */
  readonly wordsOf: (subject: T) => readonly string[];
  /** The subject with other words. */
  readonly withWords: (subject: T, words: readonly string[]) => T;
}

/** CDKTF writes a key as `.name` where it is an identifier, and as `["name"]` elsewhere. */
const isIdentifier = (word: string): boolean => /^[A-Za-z_]\w*$/.test(word);

/** Words that stand in JSON, and in JSON within JSON, as they are. */
const isPlain = (word: string): boolean => /^[\p{L}\p{N} +=.,:/@_-]*$/u.test(word);

/** The subject with gaps in place of its words, or undefined where one of them cannot be put into a gap. */
export function tryStandIn<T>(subject: T, { wordsOf, withWords }: Likeness<T>): T | undefined {
  const words = wordsOf(subject);
  if (!words.every(isPlain)) return undefined;
  return withWords(
    subject,
    words.map((word, index) => `xGAP${index}${isIdentifier(word) ? '' : '-'}x`),
  );
}

/** The same for subjects that differ in nothing but their words. */
export const kindOf = (standIn: unknown): string => sha256Of(JSON.stringify(standIn));

/** A text with gaps. */
class Form {
  /** Texts and, between two, the number of the word there. */
  private readonly pieces: readonly string[];

  constructor(text: string) {
    this.pieces = text.split(/xGAP(\d+)-?x/);
  }

  fill(words: readonly string[]): string {
    return this.pieces.map((piece, index) => (index % 2 === 0 ? piece : words[Number(piece)])).join('');
  }
}

/** A stack that was written once with gaps in place of its words, from which others are written without building them. */
export class Draft {
  private readonly configuration: Form;
  private readonly manifest: Form;
  private readonly assets: readonly string[];

  /** @param folder where the stack with the gaps was written; it has to stay until the last one is filled in */
  constructor(
    private readonly folder: string,
    manifest: StackManifest,
  ) {
    this.configuration = new Form(readFileSync(join(folder, configurationFile), 'utf8'));
    this.manifest = new Form(JSON.stringify(manifest));
    this.assets = assetsIn(folder);
  }

  /** Whether a stack that was built in full came out as the draft with these words. */
  describes(built: string, manifest: StackManifest, words: readonly string[]): boolean {
    return (
      assetsIn(built).join() === this.assets.join() &&
      readFileSync(join(built, configurationFile), 'utf8') === stamped(this.configuration.fill(words)) &&
      JSON.stringify(manifest) === this.manifest.fill(words)
    );
  }

  /** What the manifest says of the stack with these words. */
  manifestOf(words: readonly string[]): StackManifest {
    return JSON.parse(this.manifest.fill(words)) as StackManifest;
  }

  /** Writes the stack with these words. */
  write(folder: string, words: readonly string[]): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, configurationFile), stamped(this.configuration.fill(words)));
    for (const asset of this.assets) {
      const target = join(folder, asset);
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(this.folder, asset), target);
    }
  }
}

const assetsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== configurationFile)
    .sort();
