import { isDeepStrictEqual } from 'node:util';
import type { Finding } from './finding';
import { type Body, blocksIn, placeOf, type StackJson, textsIn } from './stack-json';
import type { Effect } from './verdict';

/** A rule of conformance packs in a region, in whichever pack it is. */
interface Rule {
  /** What it asks for, with the values of its parameters. */
  readonly asks: unknown;
  /** Accounts that it is not asked of; of several packs that have it, those that all leave out. */
  readonly excluded: readonly string[];
}

interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties: Body }>>;
}

const type = 'aws_config_organization_conformance_pack';

/** Rules of conformance packs that are gone, new, asked of fewer accounts, or changed: a rule may move from pack to pack. */
export function comparePacks(stack: string, before: StackJson, after: StackJson): readonly Finding[] {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): readonly Finding[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const [region = '', ...words] = key.split(' ');
    const name = words.join(' ');
    const effects = effectsOf(was, is);
    const change = was && is ? 'changed' : was ? 'destroyed' : 'added';
    return effects.length === 0
      ? []
      : [{ stack, accounts: [], region, subject: `Config rule ${name}`, change, effects }];
  });
}

function effectsOf(was: Rule | undefined, is: Rule | undefined): readonly Effect[] {
  if (!was) return [{ verdict: 'stronger', says: 'is checked, too' }];
  if (!is) return [{ verdict: 'weaker', says: 'is not checked any more' }];
  const left = is.excluded.filter((each) => !was.excluded.includes(each));
  const taken = was.excluded.filter((each) => !is.excluded.includes(each));
  return [
    ...(left.length > 0 ? [{ verdict: 'weaker' as const, says: `is not checked any more in ${left.join(', ')}` }] : []),
    ...(taken.length > 0 ? [{ verdict: 'stronger' as const, says: `is checked in ${taken.join(', ')}, too` }] : []),
    ...(isDeepStrictEqual(was.asks, is.asks)
      ? []
      : [{ verdict: 'not judged' as const, says: `asks for something else: ${short(is.asks)}` }]),
  ];
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
};

/** By region and name. */
function rulesOf(stack: StackJson): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const body of Object.values(stack.resource?.[type] ?? {})) {
    const { region } = placeOf(stack, body);
    const values = new Map(blocksIn(body.input_parameter).map((each) => [each.parameter_name, each.parameter_value]));
    const excluded = textsIn(body.excluded_accounts).map(accountText);
    const { Resources = {} } = parsed(body.template_body);
    for (const [id, { Type, Properties }] of Object.entries(Resources)) {
      const name = Properties?.ConfigRuleName ?? (Type === 'AWS::Config::ConfigRule' ? id : `${id} (its remediation)`);
      const key = `${region} ${String(name)}`;
      const known = rules.get(key);
      const { Description: _, ...asked } = Properties ?? {};
      rules.set(key, {
        asks: withValues(asked, values),
        excluded: known ? known.excluded.filter((each) => excluded.includes(each)) : excluded,
      });
    }
  }
  return rules;
}

const parsed = (body: unknown): Template => {
  try {
    return JSON.parse(String(body));
  } catch {
    return {};
  }
};

/** With what the pack hands over in place of each parameter. */
function withValues(value: unknown, values: ReadonlyMap<unknown, unknown>): unknown {
  if (Array.isArray(value)) return value.map((each) => withValues(each, values));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref } = value as Body;
  if (Ref !== undefined && values.has(Ref)) return values.get(Ref);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withValues(each, values)]));
}

const accountText = (id: string): string => /account_ids(?:\["|\.)([\w-]+)/.exec(id)?.[1] ?? id;
