import { type OptionValues, text } from '../kit/option';

export const options = {
  against: text({
    value: 'FOLDER|REF',
    describe:
      'also prove that nothing is newly allowed since this output folder of synth, or this commit, branch or tag of git, which is ' +
      'synthesized in a temporary folder',
  }),
};

/** The options as they were written. */
export type Options = OptionValues<typeof options>;
