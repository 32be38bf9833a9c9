import { flag, type OptionValues, text, texts, wholeNumber } from '../kit/option';

export const options = {
  usage: texts({
    value: 'QUANTITY=N',
    describe:
      'how much of something there is in a month, such as changes=4000 in every account or ai.changes=4000 in those of a class; ' +
      'without it, what accounts/landing-zone.usage.ts says, and what is typical',
  }),
  all: flag('show every service, account, region and setting, what is assumed, and each price with its source'),
  quick: flag('do not look for what would save most, which builds the landing zone anew for each change that is tried'),
  before: text({
    value: 'FOLDER|REF',
    describe:
      'show what a month costs more or less than with this output folder of synth, or this commit, branch or tag of git, which is ' +
      'synthesized in a temporary folder',
  }),
  live: flag('compare with what AWS says of the last 30 days: usage of GuardDuty and Macie, from the security account'),
  'cost-explorer': flag('with --live, also compare with the bill of the last month: each request costs 0.01 USD'),
  'at-most': wholeNumber({ from: 0 }, undefined, {
    value: 'USD',
    describe: 'answer no where a usual month costs more; without it, the answer is always yes',
  }),
};

export type Options = OptionValues<typeof options>;
