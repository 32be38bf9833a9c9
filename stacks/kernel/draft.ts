import { type Dirent, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { StackManifest } from 'cdktf';
import { stamped } from '../../schema/facts/made-of';
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
  /** Each after the one that it is in, so that making it takes one call of the system. */
  private readonly folders: readonly string[];
  private readonly assets: ReadonlyMap<string, Uint8Array>;

  /** @param folder where the stack with the gaps was written; it is not needed afterwards */
  constructor(folder: string, manifest: StackManifest) {
    this.configuration = new Form(readFileSync(join(folder, configurationFile), 'utf8'));
    this.manifest = new Form(JSON.stringify(manifest));
    this.folders = foldersIn(folder);
    this.assets = new Map(assetsIn(folder).map((asset) => [asset, readFileSync(join(folder, asset))]));
  }

  /** Whether a stack that was built in full came out as the draft with these words. */
  describes(built: string, manifest: StackManifest, words: readonly string[]): boolean {
    return (
      assetsIn(built).join() === [...this.assets.keys()].join() &&
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
    for (const name of ['', ...this.folders]) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, configurationFile), stamped(this.configuration.fill(words)));
    for (const [asset, content] of this.assets) writeFileSync(join(folder, asset), content);
  }
}

/** What Terraform reads of a stack. */
const configurationFile = 'cdk.tf.json';

const assetsIn = (folder: string): string[] =>
  pathsIn(folder, (entry) => entry.isFile()).filter((path) => path !== configurationFile);

const foldersIn = (folder: string): string[] => pathsIn(folder, (entry) => entry.isDirectory());

const pathsIn = (folder: string, isWanted: (entry: Dirent) => boolean): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(isWanted)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
