import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../../project/folders';
import { loadFile } from '../../project/load-file';
import { type Place, thisProject } from '../../project/place';
import { quantityNames } from '../../schema/facts/typical-usage';
import { accountClasses } from '../../schema/facts/usage-range';
import { type Usage, usageFile, usageForm } from '../../schema/forms/usage';
import type { LandingZone } from '../../schema/landing-zone';
import { type Problem, type SourceFile, useOneOf } from '../../schema/problems/problem';
import { salvage } from '../../schema/problems/salvage';
import { optionProblem } from '../kit/invalid-request';

/** What is expected of a month, as far as somebody wrote it, and what is wrong with that. */
export interface ReadUsage {
  readonly usage: Usage;
  readonly problems: readonly Problem[];
}

/** The usage file of the project as it is written; undefined where there is none. */
export function readUsageFile(place: Place = thisProject): SourceFile | Problem | undefined {
  if (!existsSync(join(place.root, usageFile))) return undefined;
  const loaded = loadFile({ ...folders.accounts, form: 'export default defineUsage({ … })' }, usageFile, place);
  return 'source' in loaded ? loaded.source : loaded.problem;
}

/** Checks what was written, in the file and on the command line, whose quantities take the place of those of every class and account. */
export function readUsage(
  file: SourceFile | Problem | undefined,
  written: readonly string[],
  { accounts }: Pick<LandingZone, 'accounts'>,
): ReadUsage {
  const isProblem = file !== undefined && 'rule' in file;
  const read = file === undefined || isProblem ? { problems: isProblem ? [file] : [] } : salvage(usageForm, file, {});
  const data: Usage = ('data' in read ? read.data : undefined) ?? usageForm.parse({});
  const names = accounts.map(({ name }) => name);
  const unknown = Object.keys(data.accounts).filter((name) => !names.includes(name));
  const options = written.map(readOption);
  return {
    usage: options.reduce<Usage>((usage, option) => ('classes' in option ? option.apply(usage) : usage), data),
    problems: [
      ...read.problems,
      ...unknown.map((name) => ({
        file: usageFile,
        field: `accounts.${name}`,
        value: name,
        rule: 'is not the name of an account',
        fix: useOneOf(name, names),
      })),
      ...options.flatMap((option) => ('rule' in option ? [option] : [])),
    ],
  };
}

interface Override {
  readonly classes: readonly string[];
  apply(usage: Usage): Usage;
}

/** `changes=4000` is about every account, `ai.changes=4000` about those of a class. */
function readOption(text: string): Override | Problem {
  const [, kind, name = '', number = ''] = /^(?:([^.=]+)\.)?([^.=]+)=(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  const quantity = quantityNames.find((each) => each === name);
  const classes = accountClasses.filter((each) => kind === undefined || each === kind);
  if (number === '')
    return optionProblem(
      'usage',
      text,
      'must be a quantity and a number',
      "write it like 'changes=4000', or 'ai.changes=4000'",
    );
  if (quantity === undefined)
    return optionProblem('usage', text, `must name a quantity, which '${name}' is not`, useOneOf(name, quantityNames));
  if (classes.length === 0)
    return optionProblem('usage', text, 'must name a class of accounts', useOneOf(kind, accountClasses));
  return {
    classes,
    apply: (usage) => ({
      ...usage,
      classes: {
        ...usage.classes,
        ...Object.fromEntries(classes.map((each) => [each, { ...usage.classes[each], [quantity]: Number(number) }])),
      },
      accounts:
        kind === undefined
          ? Object.fromEntries(
              Object.entries(usage.accounts).map(([account, { [quantity]: _, ...others }]) => [account, others]),
            )
          : usage.accounts,
    }),
  };
}
