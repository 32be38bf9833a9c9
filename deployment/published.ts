import { randomUUID } from 'node:crypto';
import { inputsOf, type MadeOf, madeOfOutput } from '../schema/facts/made-of';
import { ownValue } from '../schema/facts/own-value';
import { sha256Of } from '../schema/text/digest';
import type { Engine } from './engine';
import { inOrder } from './in-order';
import { unfinished } from './journal';
import type { SynthesizedStack } from './manifest';
import { factsOf, lockOf, type StackFacts } from './stack-facts';
import type { ReadState } from './states/read-state';
import type { StateFile } from './states/state-file';

/** What stacks publish, read once each, and what follows from it for those that are deployed now. */
export class Published {
  private readonly facts = new Map<string, StackFacts>();
  private readonly states = new Map<string, Promise<StateFile | undefined>>();

  /**
   * @param stacks every stack that is written, chosen or not
   * @param known the key of each stack of which a plan said here that it changes nothing, or which was applied from here
   */
  constructor(
    private readonly stacks: readonly SynthesizedStack[],
    private readonly engine: Engine,
    private readonly readState: ReadState,
    private readonly known: ReadonlyMap<string, string> = new Map(),
  ) {}

  factsOf(stack: SynthesizedStack): StackFacts {
    const facts = this.facts.get(stack.name) ?? factsOf(stack);
    this.facts.set(stack.name, facts);
    return facts;
  }

  /** The state of a stack; undefined where there is none. */
  stateOf(stack: SynthesizedStack): Promise<StateFile | undefined> {
    const known = this.states.get(stack.name);
    if (known) return known;
    const state = this.readState(this.factsOf(stack).place);
    this.states.set(stack.name, state);
    // What cannot be read now may be read the next time.
    state.catch(() => this.states.get(stack.name) === state && this.states.delete(stack.name));
    return state;
  }

  /** Reads the states of stacks, many at once: most of that is waiting. One that cannot be read is said to be so when it is asked for. */
  readAhead(stacks: readonly SynthesizedStack[]): Promise<void> {
    const read = async (stack: SynthesizedStack) => void (await this.stateOf(stack).catch(() => undefined));
    return inOrder(stacks, 16, () => [], read);
  }

  /** Reads a state anew when it is asked for next: it was applied. */
  forget({ name }: SynthesizedStack): void {
    this.states.delete(name);
  }

  /** Everything that decides what a plan of a stack says, beside what is in AWS: its JSON, its inputs, provider and engine. */
  async keyOf(stack: SynthesizedStack): Promise<string> {
    const { configuration } = this.factsOf(stack);
    const { name, version } = this.engine;
    const inputs = await this.inputsOf(stack);
    // What is not known is never the same: a plan that was made of it counts for nothing later.
    return sha256Of([configuration, inputs ?? randomUUID(), lockOf(stack), name, version].join('\n'));
  }

  /** Producers that a stack reads and that publish nothing yet. */
  async missingFor(stack: SynthesizedStack): Promise<readonly string[]> {
    const producers = [...new Set(this.factsOf(stack).reads.map(({ producer }) => producer))];
    const missing = await Promise.all(
      producers.map(async (name) => {
        const producer = this.stacks.find((each) => each.name === name);
        return producer && (await this.stateOf(producer)) === undefined ? [name] : [];
      }),
    );
    return missing.flat();
  }

  /**
   * Whether a stack holds nothing any more.
   *
   * @throws Error where its state does not tell
   */
  async isGone(stack: SynthesizedStack): Promise<boolean> {
    const state = await this.stateOf(stack);
    if (state && !state.resources)
      throw new Error(
        'its state tells its outputs alone\n  rule: what is torn down is what the states hold\n  fix:  let the token read state versions',
      );
    return state === undefined;
  }

  /**
   * Whether a destroy has begun: what outlives it has left the state, and then it takes the outputs first. Source: hashicorp/terraform#29270.
   *
   * @param outliving addresses of what outlives it
   */
  async isBeingDestroyed(stack: SynthesizedStack, outliving: readonly string[]): Promise<boolean> {
    const state = await this.stateOf(stack).catch(() => undefined);
    if (!state) return false;
    const held = new Set(state.resources?.map(({ type, name }) => `${type}.${name}`));
    const haveLeft = outliving.length > 0 && !outliving.some((address) => held.has(address));
    return haveLeft || Object.keys(state.outputs ?? {}).length === 0;
  }

  /** Why an apply could change a stack; undefined where the stack that is deployed was made of exactly this. */
  async whyChanged(stack: SynthesizedStack): Promise<string | undefined> {
    try {
      const state = await this.stateOf(stack);
      if (!state) return this.whyNone(stack);
      const made = state.outputs?.[madeOfOutput]?.value as Partial<MadeOf> | undefined;
      if (!made) return 'it was deployed when stacks did not say yet what they are made of';
      const { configuration, pinned, addresses } = this.factsOf(stack);
      if (made.configuration !== configuration) return 'its configuration is another';
      if (made.inputs !== (await this.inputsOf(stack))) return 'what it reads of other stacks is another';
      const known = this.known.get(stack.name);
      if (known === unfinished || !isWhole(state, addresses)) return 'an apply of it did not come to its end';
      const doubt = state.resources ? this.otherProgram(state, pinned) : 'its state does not tell what was made';
      return doubt === undefined || known === (await this.keyOf(stack)) ? undefined : doubt;
    } catch (error) {
      return `its state cannot be compared: ${(error as Error).message.split('\n')[0]}`;
    }
  }

  /** HCP Terraform answers the same where there is none and where the token may not see it. */
  private whyNone(stack: SynthesizedStack): string {
    const { place } = this.factsOf(stack);
    return place.type === 'hcp'
      ? `it was never deployed, or the token may not see the workspace ${place.workspace}`
      : 'it was never deployed';
  }

  /** What of engine and provider a state was not written by, as far as it tells; undefined where it is the same. */
  private otherProgram({ terraform_version = '', resources = [] }: StateFile, pinned: boolean): string | undefined {
    const { name, registry, version } = this.engine;
    const providers = resources.flatMap(
      ({ provider = '' }) => /\["([^/"]+)\/hashicorp\/aws"\]/.exec(provider)?.[1] ?? [],
    );
    if (providers.some((host) => host !== registry)) return `it was applied by another engine than ${name}`;
    if (version !== '' && minorOf(terraform_version) !== minorOf(version))
      return `${terraform_version || 'an unknown version'} has written its state, and ${name} is ${version}`;
    return pinned ? undefined : 'its JSON admits several providers, and which one applied it is not known here';
  }

  /** The hash of what a stack would read now; undefined where something of it is not published. */
  private async inputsOf(stack: SynthesizedStack): Promise<string | undefined> {
    const values: string[] = [];
    for (const { producer: name, output, key } of this.factsOf(stack).reads) {
      const producer = this.stacks.find((each) => each.name === name);
      const published = producer && (await this.stateOf(producer))?.outputs?.[output]?.value;
      const value =
        key === undefined ? published : ownValue((published ?? {}) as Readonly<Record<string, unknown>>, key);
      if (typeof value !== 'string') return undefined;
      values.push(value);
    }
    return inputsOf(values);
  }
}

/** Whether a state holds what is written and nothing else, each made to its end. One that tells of no resources is for others to judge. */
function isWhole({ resources }: StateFile, addresses: StackFacts['addresses']): boolean {
  if (!resources) return true;
  const managed = resources.filter(({ mode }) => mode === 'managed');
  const held = new Set(managed.map(({ type, name }) => `${type}.${name}`));
  const unfinished = managed.some(({ instances = [] }) => instances.some(({ status, deposed }) => status ?? deposed));
  const tooMuch = [...held].some((address) => !addresses.has(address));
  const tooLittle = [...addresses].some(([address, mayBeNone]) => !mayBeNone && !held.has(address));
  return !unfinished && !tooMuch && !tooLittle;
}

const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');
