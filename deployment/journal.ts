import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Goal } from './goal';

/** One thing that happened in a run. */
export type Entry =
  | {
      readonly event: 'began';
      readonly stacks: readonly string[];
      readonly engine: string;
      readonly process: number;
      /** @default 'apply' or 'plan': releases up to 0.1 knew no other */
      readonly goal?: Goal;
      readonly onlyChanged?: boolean;
      /** Whether who began it approved all plans in advance. */
      readonly approvesAll?: boolean;
      /** What may go, as who began it named it: `<stack>/<address>`. */
      readonly lose?: readonly string[];
    }
  /** `plan`: SHA-256 of the file that was saved, or id of the run in HCP Terraform. */
  | { readonly event: 'planned'; readonly stack: string; readonly key: string; readonly plan: string }
  | { readonly event: 'approved' | 'applying'; readonly stack: string; readonly plan: string }
  /** The gate refuses the plan: it counts for nothing any more, whatever is named later. */
  | { readonly event: 'refused'; readonly stack: string }
  /** `key`: what it is made of now; a plan of the same key changes nothing. */
  | { readonly event: 'applied' | 'as it should be'; readonly stack: string; readonly key: string }
  /** `cutOff`: Terraform was killed, and could not write down what it had done. */
  | {
      readonly event: 'failed';
      readonly stack: string;
      readonly during: 'plan' | 'apply';
      readonly reason: string;
      readonly cutOff: boolean;
    }
  /** The stack holds nothing any more. */
  | { readonly event: 'destroyed'; readonly stack: string }
  | { readonly event: 'ended' };

interface RememberedPlan {
  readonly key: string;
  readonly id: string;
  readonly approved: boolean;
}

/** What a journal says of one stack, of its last plan on. */
export interface Remembered {
  readonly plan?: RememberedPlan;
  /** The plan whose apply began, until its end is known. */
  readonly applying?: RememberedPlan;
  /** The key that it was applied with, or found as it should be. */
  readonly done?: string;
  /** An apply began and its end is not known. */
  readonly cutOff: boolean;
  /** An apply began and did not come to a good end. */
  readonly unfinished?: true;
}

/** Stands for the key of a stack whose apply did not come to a good end. */
export const unfinished = 'unfinished';

/** What a run did, line by line, each written before the run goes on: what happened is known whenever and however it ends. */
export class Journal {
  private readonly memory = new Map<string, Remembered>();
  private begin: Extract<Entry, { event: 'began' }> | undefined;
  private over = false;
  private cutOff = false;

  constructor(private readonly file: string) {
    if (!existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    for (const entry of entriesOf(text)) this.take(entry);
    this.cutOff = !text.endsWith('\n');
  }

  /** What the run is about, and by which process; undefined where it has not begun. */
  get began(): Extract<Entry, { event: 'began' }> | undefined {
    return this.begin;
  }

  /** Whether the run came to its end. */
  get hasEnded(): boolean {
    return this.over;
  }

  write(entry: Entry): void {
    // What follows a line that was cut off begins one of its own. Who only reads writes nothing: another process may be about to.
    const begin = this.cutOff ? '\n' : '';
    this.cutOff = false;
    const line = JSON.stringify({ at: new Date().toISOString(), ...entry });
    appendFileSync(this.file, `${begin}${line}\n`, { mode: 0o600 });
    this.take(entry);
  }

  of(stack: string): Remembered {
    return this.memory.get(stack) ?? { cutOff: false };
  }

  /** Stacks with the key that they were applied with, or found as they should be, or with `unfinished`. */
  known(): ReadonlyMap<string, string> {
    return new Map(
      [...this.memory].flatMap(([stack, entry]) => {
        const key = entry.unfinished ? unfinished : entry.done;
        return key === undefined ? [] : [[stack, key]];
      }),
    );
  }

  private take(entry: Entry): void {
    if (entry.event === 'began') this.begin = entry;
    this.over = entry.event === 'ended';
    if (!('stack' in entry)) return;
    const before = this.of(entry.stack);
    this.memory.set(entry.stack, after(before, entry));
  }
}

function after(before: Remembered, entry: Extract<Entry, { readonly stack: string }>): Remembered {
  switch (entry.event) {
    case 'planned':
      return { ...before, plan: { key: entry.key, id: entry.plan, approved: false } };
    case 'approved':
      return before.plan?.id === entry.plan ? { ...before, plan: { ...before.plan, approved: true } } : before;
    case 'refused': {
      const { plan: _, ...others } = before;
      return others;
    }
    case 'applying':
      return { ...(before.plan && { applying: before.plan }), cutOff: true, unfinished: true };
    case 'applied':
    case 'as it should be':
      return { done: entry.key, cutOff: false };
    case 'destroyed':
      return { cutOff: false };
    case 'failed':
      return {
        cutOff: entry.cutOff || (entry.during === 'plan' && before.cutOff),
        // Its run in HCP Terraform may go on without us.
        ...(entry.during === 'plan' && before.plan && { plan: before.plan }),
        ...(before.applying && { applying: before.applying }),
        ...(before.unfinished && { unfinished: true }),
      };
  }
}

/** A line that was cut off says nothing. */
const entriesOf = (text: string): readonly Entry[] =>
  text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Entry];
    } catch {
      return [];
    }
  });
