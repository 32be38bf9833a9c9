import * as fc from 'fast-check';
import { resolveLandingZone } from '../../schema/resolve';
import type { ValidSpec } from '../support/arbitrary-zone';
import { specsWithModels } from '../support/arbitrary-zone-with-models';
import { allResources, type Stack, type Stacks, synth } from '../support/synth';
import { accountFile, settingsFile } from '../support/zone';

const seed = 20261127;

/** The stacks of a landing zone without controls; it throws where something written is beyond a quota. */
const stacksOf = ({ settings, accounts }: ValidSpec): Stacks =>
  synth(resolveLandingZone({ settings: { file: settingsFile, value: settings }, accounts: accounts.map(accountFile) }));

/** Resources of its own that a stack mentions and does not have. */
function lostResources(stack: Stack): readonly string[] {
  const own = new Set(allResources(stack).map(({ type, name }) => `${type}.${name}`));
  const mentioned = [...JSON.stringify(stack.json.resource ?? {}).matchAll(/\$\{(aws_\w+\.[\w-]+)/g)];
  return mentioned.map(([, address = '']) => address).filter((address) => !own.has(address));
}

/** Outputs of other stacks that a stack reads and that they do not publish. */
function lostOutputs({ name, json }: Stack, stacks: Stacks): readonly string[] {
  const states = json.data?.terraform_remote_state ?? {};
  const read = [...JSON.stringify(json).matchAll(/data\.terraform_remote_state\.([\w-]+)\.outputs\.(\w+)/g)];
  return read.flatMap(([, state = '', output = '']) => {
    const path: string = states[state]?.config?.path ?? '';
    const other = Object.values(stacks).find((stack) => path.endsWith(`/${stack.name}.tfstate`));
    return other && output in (other.json.output ?? {}) ? [] : [`${name}: ${state}.${output}`];
  });
}

/** Buckets that two resources would make. */
function sharedBuckets(stacks: Stacks): readonly string[] {
  const names = Object.values(stacks).flatMap(({ json }) =>
    Object.values(json.resource?.aws_s3_bucket ?? {}).map((bucket) => String((bucket as { bucket?: string }).bucket)),
  );
  const fixed = names.filter((name) => !name.includes('$'));
  return fixed.filter((name, index) => fixed.indexOf(name) !== index);
}

describe('a landing zone that keeps the rules', () => {
  it('synthesizes within every quota, refers to what is there, and makes nothing twice', () => {
    let withModels = 0;
    let deep = 0;
    fc.assert(
      fc.property(specsWithModels, (spec) => {
        const stacks = stacksOf(spec);
        withModels += spec.accounts.some(({ ai }) => ai) ? 1 : 0;
        deep += spec.settings.organizationalUnits.some((unit) => String(unit).split('/').length === 5) ? 1 : 0;
        for (const stack of Object.values(stacks)) {
          expect(lostResources(stack)).toEqual([]);
          expect(lostOutputs(stack, stacks)).toEqual([]);
          expect(stack.dependencies.filter((name) => !stacks[name])).toEqual([]);
        }
        expect(sharedBuckets(stacks)).toEqual([]);
      }),
      { numRuns: 200, seed },
    );
    expect(withModels).toBeGreaterThan(60);
    expect(deep).toBeGreaterThan(10);
  }, 900_000);
});
