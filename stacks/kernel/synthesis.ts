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

/** A draft costs one stack more: with fewer alike it saves nothing. */
const worthADraft = 3;

/**
 * Writes stacks one after the other: each is built, written and let go, so memory does not grow with their number. What is left of one
 * is its name and its contract, which is all that another may know of it.
 */
export class Synthesis {
  private readonly app: App;
  private readonly written = new Set<string>();
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
    const { producer } = this.writeInto(this.app.manifest, build);
    this.written.add(producer.name);
    return producer;
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
    const drafts = new Map<string, Draft | undefined>();
    const kinds = process.env.LANDING_ZONE_DEBUG ? [] : kindsOf(subjects, likeness);
    let contract: C | undefined;
    return subjects.map((subject, index) => {
      const kind = kinds[index];
      const words = likeness.wordsOf(subject);
      const draft = kind && drafts.get(kind);
      if (draft && contract) return { name: this.fillIn(draft, words), contract };
      const producer = this.write((app) => build(app, subject));
      contract = producer.contract;
      if (kind && !drafts.has(kind)) {
        const standIn = tryStandIn(subject, likeness);
        const made = standIn && this.makeDraft((app) => build(app, standIn));
        drafts.set(kind, made?.describes(...this.outcomeOf(producer.name), words) ? made : undefined);
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
  ): { readonly producer: Producer<C>; readonly entry: StackManifest } {
    const { app } = this;
    const stack = build(app);
    const { name, contract, deployedAfter } = stack;
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
    return { producer: { name, contract }, entry };
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

  private fillIn(draft: Draft, words: readonly string[]): string {
    const entry = draft.manifestOf(words);
    this.app.manifest.stacks[entry.name] = entry;
    draft.write(join(this.app.outdir, entry.workingDirectory), words);
    this.written.add(entry.name);
    return entry.name;
  }
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
