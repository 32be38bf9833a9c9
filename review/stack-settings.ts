import { type Difference, differencesOf } from './differences';
import type { Finding } from './finding';
import { stackChanges } from './stack-changes';
import { type Body, isResource, type StackJson } from './stack-json';
import type { Effect } from './verdict';

interface Meaning {
  readonly why: string;
  readonly verdict: 'not judged' | 'harmless';
  /** Where another value in the place of one that was there is no change of those who read it alone. */
  readonly isRead?: true;
}

const unsure = (why: string): Meaning => ({ why, verdict: 'not judged' });
const harmless = (why: string): Meaning => ({ why, verdict: 'harmless' });
/** Whoever reads it is compared itself where it begins or ends; where it changes, the same reference stands for something else. */
const read = (why: string): Meaning => ({ ...harmless(why), isRead: true });

/** What a stack says beside its resources, by how the address begins; undefined where it is compared with the resources. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/^output\./, read('what other stacks read')],
  [/^data\./, read('what is read')],
  [/^import/, harmless('what exists is taken into the state')],
  [/^(moved|removed)/, harmless('the resources themselves are compared')],
  [/^locals\./, read('what resources refer to')],
  [/^check\./, unsure('what Terraform checks after each plan')],
  [/^terraform\.backend/, unsure('where the state is')],
  [/^terraform\.required_providers/, unsure('which provider makes the resources')],
  [/^terraform\.required_version/, harmless('which Terraform may run it')],
];

/** What of the settings of a stack changes: its state, its providers, its checks, and what its references stand for. */
export function compareSettings(stack: string, before: StackJson, after: StackJson): readonly Finding[] {
  const changes = stackChanges(before as Body, after as Body).filter(({ address }) => !isResource(address));
  return changes.flatMap(({ address, change, differences }): readonly Finding[] => {
    if (address === 'provider.aws') return providerFinding(stack, before, after);
    const meaning = meanings.find(([beginning]) => beginning.test(address))?.[1] ?? unsure('nobody here knows it');
    const isOther =
      meaning.isRead === true &&
      isTaken(after as Body, address) &&
      differences.some((each) => standsForAnother(address, each));
    if (meaning.verdict === 'harmless' && !isOther) return [];
    const kind = change === 'removed' ? 'destroyed' : change;
    const says = `${address} is ${change} (${meaning.why})`;
    return [{ stack, accounts: [], subject: address, change: kind, effects: [{ verdict: 'not judged', says }] }];
  });
}

/** Whether anything but a check, which tells people and changes nothing, takes a value: whoever takes an output is in another stack. */
function isTaken({ resource, data, provider, output, locals }: Body, address: string): boolean {
  if (!address.startsWith('locals.')) return true;
  const { [address.slice('locals.'.length)]: _, ...others } = (locals ?? {}) as Body;
  const name = address.slice('locals.'.length).replace(/\W/g, '\\$&');
  const named = new RegExp(`\\blocal(\\.|\\[\\W+)${name}(?![\\w-])`);
  return named.test(JSON.stringify({ resource, data, provider, output, others }));
}

/** Outputs are maps by name: what is new or gone in them, nobody read or reads. */
const standsForAnother = (address: string, { path, before, after }: Difference): boolean =>
  !address.startsWith('output.') || path.includes('[') || (before !== undefined && after !== undefined);

/** A provider that is new or gone reaches a place whose resources are compared; one that changes acts as somebody else. */
function providerFinding(stack: string, before: StackJson, after: StackJson): readonly Finding[] {
  const aliased = (json: StackJson) =>
    new Map((json.provider?.aws ?? []).map((each) => [each.alias ?? 'aws', each as Body]));
  const [old, now] = [aliased(before), aliased(after)];
  const effects = [...now].flatMap(([alias, provider]): readonly Effect[] => {
    const was = old.get(alias);
    if (!was) return [];
    return differencesOf(was, provider)
      .filter(({ path }) => !path.startsWith('default_tags'))
      .map(({ path }) => ({
        verdict: 'not judged',
        says: `${path} of the provider ${alias} (as whom, and where, Terraform acts)`,
      }));
  });
  return effects.length === 0 ? [] : [{ stack, accounts: [], subject: 'provider.aws', change: 'changed', effects }];
}
