import { join } from 'node:path';
import { readManifest, readStack } from '../../deployment/manifest';
import type { LandingZone } from '../../schema/landing-zone';
import { readingSynthesis } from '../../stacks';
import type { Stacks } from './landscape';

/** The stacks of an output folder of synth, each read when it is asked for. */
export function stacksIn(folder: string): Stacks {
  const stacks = new Map(readManifest(folder).map((stack) => [stack.name, stack]));
  return {
    names: [...stacks.keys()],
    read: (name) => {
      const stack = stacks.get(name);
      if (!stack) throw new Error(`${join(folder, 'manifest.json')} has no stack '${name}'`);
      return JSON.parse(readStack(stack));
    },
  };
}

/** The stacks of a landing zone, for as long as they are worked with. */
export const withStacksOf = <T>(zone: LandingZone, work: (stacks: Stacks) => T): T =>
  readingSynthesis(zone, (folder) => work(stacksIn(folder)));
