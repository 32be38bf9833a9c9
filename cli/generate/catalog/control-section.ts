import { authorizationKinds } from '../../../policy/guardrails/policy-kinds';
import { frameworks } from '../../../schema/facts/frameworks';
import type { DetectiveRule, ParsedControl, Remediation, Where } from '../../../schema/forms/control';
import type { Keeper } from '../../../schema/forms/keeper';
import type { Control } from '../../../schema/landing-zone';
import { code, jsonBlock, list } from './markdown';

/** All that is known of one control, as a section of the catalog. */
export function controlSection(control: Control): string {
  const { id, title, why, fix, severity, where, prevent, detect, keptBy, satisfies, examples } = control;
  return [
    `### ${id}`,
    `**${title}.** Severity ${severity}, ${placeOf(where)}${standingOf(control)}.`,
    `Why: ${why}`,
    `Instead: ${fix}`,
    ...(prevent ? preventions(prevent) : []),
    ...(detect ? [`Detected by ${ruleOf(detect)}. ${responseOf(control)}`] : []),
    ...(keptBy ? [['Kept by:', ...keptBy.map(keeper)].join('\n')] : []),
    ['Satisfies:', ...satisfies.map(mapping)].join('\n'),
    ...(examples.length > 0 ? [['Examples:', ...examples.map(example)].join('\n')] : []),
  ].join('\n\n');
}

const standings = { on: '', detect: '; only detected here', off: '; switched off here' } as const;

/** How far it goes here, and why no further. */
const standingOf = ({ mode, reason }: Control): string => `${standings[mode]}${reason ? `: ${reason}` : ''}`;

function placeOf(where: Where): string {
  if (where === 'every account') return where;
  if ('organizationalUnits' in where) return `OU ${where.organizationalUnits.map(code).join(', ')}`;
  if ('accountsWithout' in where) return `accounts without ${where.accountsWithout}, and OUs in which none has it`;
  return `accounts tagged ${Object.entries(where.accountTags)
    .map(([key, value]) => code(`${key}=${value}`))
    .join(', ')}`;
}

const preventions = ({ exempt, ...denied }: NonNullable<ParsedControl['prevent']>): string[] => [
  ...Object.values(authorizationKinds).flatMap(({ key, singular }) =>
    denied[key].length > 0 ? [`Denied by ${singular}:`, jsonBlock(denied[key])] : [],
  ),
  ...(exempt.length > 0 ? [`Does not bind: ${exempt.map(code).join(', ')}.`] : []),
];

const stacks = {
  management: 'the stack `management`',
  'log-archive': 'the stack `log-archive`',
  security: 'the stack `security`',
  account: 'the stack of each account of the organization',
  compliance: 'the stack `compliance`',
} as const satisfies Record<Keeper['stack'], string>;

function keeper({ stack, resource, regions, account, saying }: Keeper): string {
  const place = `in ${stacks[stack]}${account ? `, made in the account ${code(account)}` : ''}`;
  const spread = regions === 'every' ? ', one in each governed region' : '';
  const says = saying.length > 0 ? `, which says ${saying.map(code).join(', ')}` : '';
  return `- ${code(resource)} ${place}${spread}${says}`;
}

function ruleOf(rule: DetectiveRule): string {
  const types = rule.resourceTypes ? ` on ${rule.resourceTypes.map(code).join(', ')}` : '';
  const source =
    'managed' in rule
      ? `the managed Config rule ${code(rule.managed)}`
      : 'lambda' in rule
        ? `the check ${code(`lambda/checks/${rule.lambda}.ts`)}`
        : 'a Config rule in the Guard language';
  return `${source}${types}${regionsOf(rule)}`;
}

function regionsOf({ regions }: DetectiveRule): string {
  if (regions === undefined) return '';
  if (regions === 'home') return ', in the home region';
  return 'only' in regions ? `, in ${regions.only.join(', ')}` : `, but not in ${regions.except.join(', ')}`;
}

const responseOf = ({ respond }: Control): string =>
  respond === 'notify' ? 'Changes of compliance reach the findings topic.' : remediationOf(respond);

const remediationOf = ({ document, automatic }: Remediation): string =>
  `${automatic ? 'Repaired by itself' : 'A person may start its repair'}: ${
    typeof document === 'string' ? `document ${code(document)}` : document.description
  }.`;

const mapping = ({ framework, requirements, basis, source }: ParsedControl['satisfies'][number]): string =>
  `- ${frameworks[framework].name}: ${requirements.join(', ')} (${source ? `${basis}: ${source}` : basis})`;

function example(shown: ParsedControl['examples'][number]): string {
  if ('compliant' in shown) return `- ${shown.compliant ? 'complies' : 'does not comply'}: ${shown.when}`;
  const { when, denied, action, principal, context } = shown;
  const keys = Object.entries(context).map(([key, value]) => code(`${key}=${list(value).join(',')}`));
  const who = principal ? ` by ${code(principal)}` : '';
  const how = keys.length > 0 ? ` with ${keys.join(', ')}` : '';
  return `- ${denied ? 'denied' : 'not denied'}: ${when} (${code(action)}${who}${how})`;
}
