import { commonOptions } from '../deploy/options';
import { flag, type OptionValues, oneOf } from '../kit/option';

export const options = {
  ...commonOptions,
  drift: flag('instead, read everything anew from AWS and say what was changed elsewhere'),
  matrix: oneOf(['github', 'gitlab'], undefined, {
    value: 'PLATFORM',
    describe: 'instead, print the waves as jobs of GitHub Actions or GitLab CI',
  }),
};

/** The options as they were written. */
export type Options = OptionValues<typeof options>;
