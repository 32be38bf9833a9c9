import { commonOptions } from '../deploy/options';
import { flag, type OptionValues, text } from '../kit/option';

const { width, engine } = commonOptions;

export const options = {
  apply: flag('tear it down, once the name was typed; again to go on where that was stopped'),
  organization: text({
    value: 'NAME',
    describe: 'with --apply: the name of the landing zone, in place of typing it: for CI',
  }),
  'with-logs': flag('destroy the logs too: the log archive, the results of the audit, and their keys'),
  width,
  engine,
};

/** The options as they were written. */
export type Options = OptionValues<typeof options>;
