import { flag, type OptionValues, oneOf, text, texts } from '../kit/option';

const formats = ['table', 'junit', 'ocsf'] as const;
/** What ends it with exit code 2, each with all that stand before it. */
const gates = ['differs', 'unknown'] as const;

export const options = {
  account: texts({
    value: 'NAME',
    describe: 'look at this account only, and again for each further one; without it, at every account',
  }),
  role: text({
    value: 'NAME',
    describe:
      'the role that is assumed in every account but the management account; without it, the deploy role of the settings',
  }),
  format: oneOf(formats, 'table', {
    value: 'FORMAT',
    describe:
      'how the answer is printed: table, junit for CI, or ocsf for a SIEM (Compliance Finding, class 2003); for JSON use --json',
  }),
  'fail-on': oneOf(gates, 'unknown', {
    value: 'STATUS',
    describe: 'answer no where something differs, or where it is unknown, too: differs or unknown',
  }),
  all: flag('show what holds too, not only what differs and what is unknown'),
  raw: flag('with --json: every reply of AWS as it came, for each finding'),
  'expect-empty': flag('after a teardown: whatever is still there differs'),
  permissions: flag('print the policy of IAM that verify needs in each account, and look at nothing'),
};

/** The options as they were written. */
export type Options = OptionValues<typeof options>;
