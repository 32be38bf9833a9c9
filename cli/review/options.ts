import { type OptionValues, oneOf, text } from '../kit/option';

/** What ends a review with exit code 2, each with all that stand before it. */
export const gates = ['weaker', 'not-judged', 'change'] as const;

export const options = {
  before: text({
    value: 'FOLDER|REF|deployed',
    describe:
      'what was: an output folder of synth, or a commit, branch or tag of git, which is synthesized in a temporary folder, or `deployed`: ' +
      'what the states say was applied last; without it, the cdktf.out of the last synth',
  }),
  after: text({
    value: 'FOLDER|REF',
    describe: 'what is to be, likewise; without it, what today’s files synthesize to',
  }),
  plans: text({
    value: 'FOLDER',
    describe:
      'judge these plans: <stack>.json of terraform show -json for each stack that has one. Of the others the synths are compared',
  }),
  'fail-on': oneOf(gates, undefined, {
    value: 'VERDICT',
    describe:
      'answer no where something becomes weaker, or is not judged either, or changes at all: weaker, not-judged or change',
  }),
};

/** The options as they were written. */
export type Options = OptionValues<typeof options>;
