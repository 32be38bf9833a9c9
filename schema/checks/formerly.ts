import { ledgerFile } from '../forms/ledger';
import type { Settings } from '../forms/settings';
import type { Problem } from '../problems/problem';
import type { Rules } from './rule';

interface Renamed {
  readonly field: string;
  /** `account` */
  readonly thing: string;
  readonly name: string;
  readonly formerly: string | undefined;
  /** What things of the kind are called today. */
  readonly names: readonly string[];
  /** What each of them says that it was called. */
  readonly formers: readonly string[];
  /** What the ledger knows of the kind. @default - it knows nothing of this kind */
  readonly known?: readonly string[];
}

/** A former name is the name of one thing that was, and of nothing that is. */
export function formerlyProblems({ rule }: Pick<Rules, 'rule'>, renamed: Renamed): readonly Problem[] {
  const { field, thing, name, formerly, names, formers, known } = renamed;
  if (formerly === undefined) return [];
  const at = { field, value: formerly };
  if (names.includes(formerly))
    return rule(false, {
      ...at,
      rule: `there is still a${/^[aeio]/i.test(thing) ? 'n' : ''} ${thing} of this name, so nothing else was it`,
      fix: 'write the name that it had before, or remove the field',
    });
  if (formers.filter((each) => each === formerly).length > 1)
    return rule(false, { ...at, rule: `only one ${thing} can have had this name`, fix: 'remove it in all but one' });
  if (known === undefined) return [];
  if (known.includes(name))
    return rule(!known.includes(formerly), {
      ...at,
      rule: `${ledgerFile} knows ${name} and ${formerly} as two, so one did not become the other`,
      fix: 'remove the field',
    });
  return rule(known.includes(formerly), {
    ...at,
    rule: `${ledgerFile} knows no ${thing} of this name`,
    fix: "write the name that it has there, or go back to the old name, run 'npx landing-zone lock', and rename then",
  });
}

/** What to write where something goes by a name that it had before; undefined where nothing had that name. */
export function tryNewName(
  things: readonly { readonly name: string; readonly formerly?: string | undefined }[],
  name: string,
): string | undefined {
  const renamed = things.find(({ formerly }) => formerly === name);
  return renamed && `write '${renamed.name}': it was renamed`;
}

/** The OUs that say that they were renamed, by their paths. */
export const renamedUnits = ({ organizationalUnits }: Settings) =>
  organizationalUnits.flatMap((unit) =>
    typeof unit === 'string' ? [] : [{ name: unit.path, formerly: unit.formerly }],
  );
