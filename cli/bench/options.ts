import { flag, type OptionValues, textOr, wholeNumber, wholeNumbers } from '../kit/option';

export const options = {
  accounts: wholeNumbers([10, 100, 1000, 10_000], {
    value: 'LIST',
    describe: 'numbers of accounts, each in three regions',
  }),
  distinct: flag('no two accounts are alike, so each stack is built in full'),
  'template-up-to': wholeNumber({ from: 0 }, 1000, {
    value: 'N',
    describe: 'the largest number that the template is measured with',
  }),
  out: textOr('bench.json', { value: 'FILE', describe: 'the file that the figures are kept in' }),
};

/** The options as they were read. */
export type Options = OptionValues<typeof options>;
