import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Manifest, type StackManifest } from 'cdktf';
import { providerLockFile, tryProviderLock } from '../../schema/facts/provider-lock';
import { InvalidLandingZone, type Problem } from '../../schema/problems/problem';
import type { Contract, Producer } from './contract';
import { Draft, kindOf, type Likeness, tryStandIn } from './draft';
import type { LandingZoneStack } from './landing-zone-stack';
import { dropTokenStackTraces } from './stack-traces';
import { writeStack } from './stack-writer';
import { forgetTokens } from './token-memory';
import { resolveTokensOnly } from './token-resolution';

/** A stack that is written, as far as whoever keeps its state has to know it. */
export interface ReadingStack {
  readonly name: string;
  /** Names of the stacks whose outputs it reads. */
  readonly reads: readonly string[];
}

/** A draft costs one stack more: with fewer alike it saves nothing. */
const worthADraft = 3;

/**
 * Writes stacks one after the other: each is built, written and let go, so memory does not grow with their number. What is left of one
 * is its name and its contract, which is all that another may know of it.
 */
export class Synthesis {
  private readonly app: App;
  /** By name, what each stack reads. */
  private readonly written = new Map<string, readonly string[]>();
  /** By what they say: most things are made once in each region. */
  private readonly problems = new Map<string, Problem>();

  /** @param outdir where the JSON goes; `cdktf.out` by default, or what the CDKTF CLI says */
  constructor(outdir?: string) {
    dropTokenStackTraces();
    resolveTokensOnly();
    this.app = new App({ outdir, stackTraces: false });
  }

  /** Builds a stack and writes it. It can be deployed after stacks that are written already, and no others: a loop throws. */
  write<C extends Contract>(build: (app: App) => LandingZoneStack<C>): Producer<C> {
    const { producer, reads } = this.writeInto(this.app.manifest, build);
    this.written.set(producer.name, reads);
    return producer;
  }

  /** Builds and writes a stack that is deployed before every other, although it speaks of them. It comes after none. */
  writeFirst(build: (app: App, others: readonly ReadingStack[]) => LandingZoneStack): void {
    const others = [...this.written].map(([name, reads]) => ({ name, reads }));
    const { name } = this.write((app) => build(app, others));
    const { stacks } = this.app.manifest;
    if (stacks[name]?.dependencies.length) throw new Error(`${name} is deployed first, and comes after another stack`);
    for (const entry of Object.values(stacks))
      if (entry.name !== name && entry.dependencies.length === 0) Object.assign(entry, { dependencies: [name] });
  }

  /**
   * Writes a stack for each subject. Where many are alike, one is built with gaps in place of its words, and the others are written from
   * this draft by filling the gaps in. A draft is trusted once it came out as a stack that was built in full; where it does not, all of
   * its kind are built. `LANDING_ZONE_DEBUG=1` builds each in any case.
   */
  writeEach<T, C extends Contract>(
    subjects: readonly T[],
    likeness: Likeness<T>,
    build: (app: App, subject: T) => LandingZoneStack<C>,
  ): Producer<C>[] {
    const drafts = new Map<string, TrustedDraft<C> | undefined>();
    const kinds = process.env.LANDING_ZONE_DEBUG ? [] : kindsOf(subjects, likeness);
    return subjects.map((subject, index) => {
      const kind = kinds[index];
      const words = likeness.wordsOf(subject);
      const draft = kind && drafts.get(kind);
      if (draft) return { name: this.fillIn(draft, words), contract: draft.like.contract };
      const producer = this.write((app) => build(app, subject));
      if (kind && !drafts.has(kind)) {
        const standIn = tryStandIn(subject, likeness);
        const made = standIn && this.makeDraft((app) => build(app, standIn));
        const trusted = made?.describes(...this.outcomeOf(producer.name), words) ? made : undefined;
        drafts.set(kind, trusted && { draft: trusted, like: producer });
      }
      return producer;
    });
  }

  /**
   * Writes the manifest, from which the CDKTF CLI knows stacks and their order.
   *
   * @throws InvalidLandingZone with everything in any stack that is more than AWS takes
   */
  finish(): void {
    if (this.problems.size > 0) throw new InvalidLandingZone([...this.problems.values()]);
    this.app.manifest.writeToFile();
  }

  private writeInto<C extends Contract>(
    manifest: Manifest,
    build: (app: App) => LandingZoneStack<C>,
  ): { readonly producer: Producer<C>; readonly entry: StackManifest; readonly reads: readonly string[] } {
    const { app } = this;
    const stack = build(app);
    const { name, contract, deployedAfter, reads } = stack;
    const missing = deployedAfter.find((producer) => !this.written.has(producer));
    if (missing !== undefined) throw new Error(`${name} is deployed after ${missing}, which is not written before it`);
    writeStack(stack, { outdir: manifest.outdir, manifest, skipValidation: app.skipValidation });
    const folder = join(manifest.outdir, manifest.forStack(stack).workingDirectory);
    const lock = tryProviderLock(stack.zone.awsProvider);
    if (lock) writeFileSync(join(folder, providerLockFile), lock);
    for (const problem of stack.problems) {
      const { file, field, value } = problem;
      const said = JSON.stringify([file, field, value]);
      if (!this.problems.has(said)) this.problems.set(said, problem);
    }
    // CDKTF takes them from the stacks themselves, which are gone.
    const entry = Object.assign(manifest.forStack(stack), { dependencies: deployedAfter });
    app.node.tryRemoveChild(name);
    forgetTokens();
    return { producer: { name, contract }, entry, reads };
  }

  private makeDraft(build: (app: App) => LandingZoneStack): Draft {
    const outdir = mkdtempSync(join(tmpdir(), 'landing-zone-'));
    try {
      const { version } = this.app.manifest;
      const { entry } = this.writeInto(new Manifest(version, outdir, this.app.hclOutput), build);
      return new Draft(join(outdir, entry.workingDirectory), entry);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  }

  /** The folder of a stack that is written, and what the manifest says of it. */
  private outcomeOf(name: string): [folder: string, entry: StackManifest] {
    const entry = this.app.manifest.stacks[name];
    if (!entry) throw new Error(`${name} is not written`);
    return [join(this.app.outdir, entry.workingDirectory), entry];
  }

  private fillIn({ draft, like }: TrustedDraft<Contract>, words: readonly string[]): string {
    const entry = draft.manifestOf(words);
    this.app.manifest.stacks[entry.name] = entry;
    draft.write(join(this.app.outdir, entry.workingDirectory), words);
    this.written.set(entry.name, this.written.get(like.name) ?? []);
    return entry.name;
  }
}

/** A draft, with a stack that came out as it: others that are filled in keep the same contract and read the same. */
interface TrustedDraft<C extends Contract> {
  readonly draft: Draft;
  readonly like: Producer<C>;
}

/** The kind of each subject that has enough of its like; undefined for the others. */
function kindsOf<T>(subjects: readonly T[], likeness: Likeness<T>): readonly (string | undefined)[] {
  const kinds = subjects.map((subject) => {
    const standIn = tryStandIn(subject, likeness);
    return standIn && kindOf(standIn);
  });
  const counts = new Map<string | undefined, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return kinds.map((kind) => ((counts.get(kind) ?? 0) >= worthADraft ? kind : undefined));
}
