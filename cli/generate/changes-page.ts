import type { NamedChange } from '../../rehearsal/changes/table';
import { fixedFields } from '../../schema/forms/fixed';
import { cell, code, table } from './catalog/markdown';

/** What happens where a field is changed on a landing zone that stands: `docs/changing-settings.md`. */
export function changesPage(changes: readonly NamedChange[]): string {
  const lossy = changes.flatMap(({ field, ...change }) =>
    change.kind === 'live' && change.loses ? [{ field, loses: change.loses }] : [],
  );
  const unrehearsed = fieldsByReason(changes);
  const words = changes.filter(({ kind }) => kind === 'words').map(({ field }) => code(field));
  return `${[
    '# Changing what stands',
    'Written by `npm run generate` out of `rehearsal/changes/`; do not edit it.',
    `Each of the ${changes.length} fields of the forms has a row in a table: how it is changed on a small landing zone that stands, and what that does. \`npx landing-zone rehearse --changes\` makes every change in the emulated AWS, judges each plan, finds nothing left to change, and takes it back. Nothing of a protected kind is ever destroyed or replaced. Each of them was applied so, in one run or another; where a run finds that more is lost, it names the row. What a table cannot know is your own combination: \`npx cdktf diff\` shows it.`,
    '## What cannot be changed',
    `\`synth\` refuses these once the ledger knows them ([ledger](ledger.md)); while \`protection\` is \`off\` everything may be made anew.`,
    table(
      ['Field', 'Why', 'Instead'],
      Object.values(fixedFields).map(({ field, rule, fix }) => [code(field), cell(rule), cell(fix)]),
    ),
    'Nor does an account become a member of the organization, or cease to be one, by another `account origin`. It changes its name by `formerly`, and leaves by being closed: [ledger](ledger.md).',
    '## What is replaced or destroyed on the way',
    'It is made anew in the same deployment, or gone because it was switched off. In between it is missing for seconds to minutes. `<stack>/<type>` says what.',
    table(
      ['Field', 'What'],
      lossy.map(({ field, loses }) => [code(field), loses.map(code).join(', ')]),
    ),
    '## What changes nothing in AWS',
    `Only people, commands and checks read these: ${words.join(', ')}.`,
    '## What is not rehearsed',
    table(
      ['Fields', 'Why'],
      [...unrehearsed].map(([why, fields]) => [fields.map(code).join(', '), cell(why)]),
    ),
  ].join('\n\n')}\n`;
}

/** What no rehearsal shows, by the reason: one may be that of many fields. */
function fieldsByReason(changes: readonly NamedChange[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const { field, ...change } of changes)
    if (change.kind === 'unrehearsed') fields.set(change.why, [...(fields.get(change.why) ?? []), field]);
  return fields;
}
