import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { inOrder } from '../../deployment/in-order';
import { readManifest, readStack } from '../../deployment/manifest';
import { placeOf, type StatePlace } from '../../deployment/states/place';
import { type ReadState, readState } from '../../deployment/states/read-state';
import type { Finding } from '../../review/finding';
import {
  configurationFile,
  configurationOf,
  type MadeOf,
  madeOfOutput,
  madeOfTextOutput,
  tryTextIn,
} from '../../schema/facts/made-of';

/** Stands in place of a folder or a commit: what the states say that was applied. */
export const deployed = 'deployed';

/** A stack of today, by which its state is found. */
interface Stated {
  readonly name: string;
  readonly dependencies: readonly string[];
  /** `stacks/management`. */
  readonly workingDirectory: string;
  readonly place: StatePlace;
}

/**
 * The stacks of an output folder with the places of their states.
 *
 * @param outdir the output folder that they are deployed from, because a local state is beside it
 */
export const statedIn = (folder: string, outdir: string): readonly Stated[] =>
  readManifest(folder).map((stack) => {
    const workingDirectory = relative(folder, stack.directory);
    const { terraform } = JSON.parse(readStack(stack));
    return { ...stack, workingDirectory, place: placeOf(terraform, join(outdir, workingDirectory)) };
  });

/** An output folder as synth would have written what is deployed; of stacks that cannot be compared it has the text of today. */
interface Deployed {
  readonly folder: string;
  /** What is said of those that cannot be compared. */
  readonly findings: readonly Finding[];
  /** Puts the text of today in the place of what is not known. */
  readonly complete: (now: string) => void;
}

/**
 * Gives what is deployed, as every stack publishes it with its apply, whoever applied it; it is gone afterwards. A stack that has no state
 * is new. One whose state does not tell is never taken for unchanged: it is not judged.
 *
 * @throws Error where nothing is deployed
 */
export async function withDeployed<T>(
  stacks: readonly Stated[],
  work: (deployed: Deployed) => T,
  read: ReadState = readState,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-deployed-'));
  try {
    const known: Stated[] = [];
    const unknown: (Stated & { readonly why: string })[] = [];
    await inOrder(
      stacks,
      16,
      () => [],
      async (stack) => {
        const { text, why } = await textOf(stack.place, read);
        if (why !== undefined) unknown.push({ ...stack, why });
        if (text === undefined) return;
        known.push(stack);
        writeText(folder, stack, text);
      },
    );
    if (known.length + unknown.length === 0)
      throw new Error(
        'Nothing is deployed: none of the stacks has a state\n  rule: --before deployed compares with what was applied\n  fix:  compare with a folder or a commit',
      );
    writeManifest(folder, [...known, ...unknown]);
    const complete = (now: string): void => {
      for (const { workingDirectory } of unknown) {
        const file = join(workingDirectory, configurationFile);
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        copyFileSync(join(now, file), join(folder, file));
      }
    };
    return work({ folder, findings: unknown.map(findingOf), complete });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was applied, or why that is not known; neither where nothing was. */
async function textOf(place: StatePlace, read: ReadState): Promise<{ readonly text?: string; readonly why?: string }> {
  try {
    const state = await read(place);
    if (!state)
      return place.type === 'hcp'
        ? { why: `it was never deployed, or the token may not see the workspace ${place.workspace}` }
        : {};
    const { [madeOfOutput]: made, [madeOfTextOutput]: packed } = state.outputs ?? {};
    const text = tryTextIn(packed?.value);
    if (text === undefined)
      return {
        why: 'its state does not have what was applied: an older release applied it, or the token sees no state',
      };
    const { configuration } = (made?.value ?? {}) as Partial<MadeOf>;
    return configuration === configurationOf(text) ? { text } : { why: 'its file was another while it was applied' };
  } catch (error) {
    return { why: `its state cannot be read: ${(error as Error).message.split('\n')[0]}` };
  }
}

function writeText(folder: string, { workingDirectory }: Stated, text: string): void {
  mkdirSync(join(folder, workingDirectory), { recursive: true });
  writeFileSync(join(folder, workingDirectory, configurationFile), text);
}

function writeManifest(folder: string, stacks: readonly Stated[]): void {
  const entries = stacks.map(({ place: _, ...stack }) => [stack.name, stack] as const);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ stacks: Object.fromEntries(entries) }));
}

const findingOf = ({ name, why }: { readonly name: string; readonly why: string }): Finding => ({
  stack: name,
  accounts: [],
  subject: 'the stack',
  change: 'changed',
  effects: [{ verdict: 'not judged', says: `cannot be compared with what is deployed: ${why}` }],
});
