import { isDeepStrictEqual } from 'node:util';
import type { Finding } from './finding';
import { type Body, blocksIn, placeOf, type StackJson, textsIn, tryAccountIn } from './stack-json';
import { tryTemplateResources } from './template';
import type { Effect } from './verdict';

/** A rule of conformance packs in a region, in whichever pack it is. */
interface Rule {
  /** What it asks for in each pack that has it, with the values of the parameters of the pack. */
  readonly asks: readonly string[];
  /** Accounts that it is not asked of; of several packs that have it, those that all leave out. */
  readonly excluded: readonly string[];
}

interface TemplateResource {
  readonly Type?: string;
  readonly Properties?: Body;
}

const type = 'aws_config_organization_conformance_pack';

/** Rules of conformance packs that are gone, new, asked of fewer accounts, or changed: a rule may move from pack to pack. */
export function comparePacks(stack: string, before: StackJson, after: StackJson): readonly Finding[] {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  return [...unreadPacks(stack, before, after), ...ruleFindings(stack, old, now)];
}

/** Packs whose template is not the same and cannot be read on one side. */
function unreadPacks(stack: string, before: StackJson, after: StackJson): readonly Finding[] {
  const [old, now] = [before.resource?.[type] ?? {}, after.resource?.[type] ?? {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name): readonly Finding[] => {
    const [was, is] = [old[name]?.template_body, now[name]?.template_body];
    if (was === is || (tryTemplateResources(was) && tryTemplateResources(is))) return [];
    const effects: readonly Effect[] = [{ verdict: 'not judged', says: 'nobody here can read its template' }];
    return [{ stack, accounts: [], subject: `conformance pack ${name}`, change: 'changed', effects }];
  });
}

type Rules = ReadonlyMap<string, Rule>;

function ruleFindings(stack: string, old: Rules, now: Rules): readonly Finding[] {
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
      : [{ verdict: 'not judged' as const, says: `asks for something else: ${short(is.asks.join(', '))}` }]),
  ];
}

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

/** By region and name. */
function rulesOf(stack: StackJson): Rules {
  const rules = new Map<string, Rule>();
  for (const body of Object.values(stack.resource?.[type] ?? {})) {
    const { region } = placeOf(stack, body);
    const values = new Map(blocksIn(body.input_parameter).map((each) => [each.parameter_name, each.parameter_value]));
    const excluded = textsIn(body.excluded_accounts).map(accountText);
    const resources = tryTemplateResources<TemplateResource | null>(body.template_body) ?? {};
    for (const [id, resource] of Object.entries(resources)) {
      const { Type, Properties } = resource ?? {};
      const name = Properties?.ConfigRuleName ?? (Type === 'AWS::Config::ConfigRule' ? id : `${id} (its remediation)`);
      const key = `${region} ${String(name)}`;
      const known = rules.get(key);
      const { Description: _, ...asked } = Properties ?? {};
      const asks = new Set([...(known?.asks ?? []), JSON.stringify(withValues(asked, values))]);
      rules.set(key, {
        asks: [...asks].sort(),
        excluded: known ? known.excluded.filter((each) => excluded.includes(each)) : excluded,
      });
    }
  }
  return rules;
}

/** With what the pack hands over in place of each parameter. */
function withValues(value: unknown, values: ReadonlyMap<unknown, unknown>): unknown {
  if (Array.isArray(value)) return value.map((each) => withValues(each, values));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref } = value as Body;
  if (Ref !== undefined && values.has(Ref)) return values.get(Ref);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withValues(each, values)]));
}

const accountText = (id: string): string => tryAccountIn(id) ?? id;
