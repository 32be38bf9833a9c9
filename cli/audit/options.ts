import { day, flag, type OptionValues, oneOf, text } from '../kit/option';

/** The ways to write an answer. */
const formats = ['table', 'csv'] as const;
export type Format = (typeof formats)[number];

export const options = {
  query: text({ value: 'NAME', describe: 'a file of queries/ without .sql' }),
  since: day({ value: 'DAY', describe: 'first day, like 2026-01-31, as CloudTrail files events: in UTC' }),
  until: day({ value: 'DAY', describe: 'last day; without it, today' }),
  account: text({
    value: 'NAME',
    describe:
      'one account; without it, every account. Of --files also its id, which AWS alone knows of accounts that it made',
  }),
  files: text({
    value: 'FOLDER',
    describe:
      'ask the files of CloudTrail in this folder instead of Athena: .json.gz or .json, in its own folders or in any other',
  }),
  sample: flag('ask events that were written for the queries; needs no AWS, and no --query to see what there is'),
  format: oneOf(formats, 'table', {
    value: 'FORMAT',
    describe: 'how rows are printed: table or csv; for JSON use --json',
  }),
  role: text({
    value: 'ARN',
    describe: 'assume this role first: the audit role of the security account, <name of the landing zone>-audit',
  }),
  list: flag('show the queries and what they answer'),
};

/** The options as they were written. */
export type Options = OptionValues<typeof options>;
