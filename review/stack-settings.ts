import { differencesOf } from './differences';
import { type Direction, harmless, unsure } from './direction';
import type { Finding } from './finding';
import { stackChanges } from './stack-changes';
import type { Body, StackJson } from './stack-json';
import type { Effect } from './verdict';

/** What a stack says beside its resources, by how the address begins; undefined where it is compared with the resources. */
const meanings: readonly (readonly [RegExp, Direction])[] = [
  [/^output\./, harmless('what other stacks read, which are compared themselves')],
  [/^data\./, harmless('what is read')],
  [/^import/, harmless('what exists is taken into the state')],
  [/^(moved|removed)/, harmless('the resources themselves are compared')],
  [/^locals\./, harmless('values of what is compared itself')],
  [/^check\./, unsure('what Terraform checks after each plan')],
  [/^terraform\.backend/, unsure('where the state is')],
  [/^terraform\.required_providers/, unsure('which provider makes the resources')],
  [/^terraform\.required_version/, harmless('which Terraform may run it')],
];

/** What of the settings of a stack changes: its state, its providers, its checks. */
export function compareSettings(stack: string, before: StackJson, after: StackJson): readonly Finding[] {
  const changes = stackChanges(before as Body, after as Body).filter(({ address }) => !isResource(address));
  return changes.flatMap(({ address, change }): readonly Finding[] => {
    if (address === 'provider.aws') return providerFinding(stack, before, after);
    const meaning = meanings.find(([beginning]) => beginning.test(address))?.[1] ?? unsure('nobody here knows it');
    const verdict = meaning.judge(undefined, undefined);
    const kind = change === 'removed' ? 'destroyed' : change;
    const says = `${address} is ${change} (${meaning.why})`;
    return verdict === 'harmless' || verdict === 'stronger'
      ? []
      : [{ stack, accounts: [], subject: address, change: kind, effects: [{ verdict, says }] }];
  });
}

const isResource = (address: string): boolean => /^(aws_\w+|terraform_data)\./.test(address);

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
