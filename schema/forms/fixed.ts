import type { Settings } from './settings';

/** What cannot be changed on a landing zone that stands, by the names under which the ledger keeps it. */
export const fixedFields = {
  name: {
    field: 'settings name',
    rule: 'every bucket, key alias, topic and role is called after it, AWS renames none of them, and new ones would be empty',
    fix: 'build a landing zone of that name from a copy of this project, with states of its own, and move accounts into it one by one',
  },
  homeRegion: {
    field: 'settings homeRegion',
    rule: 'the log buckets, their keys and the aggregators of the security services are in it, and AWS moves none of them',
    fix: 'govern the other region (regions), and build a landing zone of its own where logs have to be kept there',
  },
  deployRole: {
    field: 'settings deployRole',
    rule: 'Terraform works as this role in every account, and nothing here makes it in an account that exists',
    fix: 'make the new role in every member account first, trusted by the management account like the old one',
  },
} as const satisfies Readonly<Record<string, FixedField>>;

interface FixedField {
  /** As the table of changes has it. */
  readonly field: string;
  /** Why it cannot. */
  readonly rule: string;
  /** What is done instead, or first. */
  readonly fix: string;
}

export type FixedName = keyof typeof fixedFields;

/** The values of a landing zone that cannot be changed while it stands. Which accounts have which role the ledger knows by itself. */
export const fixedIn = ({
  name,
  homeRegion,
  deployRole,
}: Pick<Settings, FixedName>): Readonly<Record<FixedName, string>> => ({ name, homeRegion, deployRole });
