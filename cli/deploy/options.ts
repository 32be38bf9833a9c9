import { engines } from '../../schema/facts/engines';
import { flag, type OptionValues, oneOf, texts, wholeNumber } from '../kit/option';

/** What `plan` and `deploy` are told alike. */
export const commonOptions = {
  stack: texts({ value: 'NAME', describe: 'only this stack, `account-*` for many of them; again for others' }),
  'only-changed': flag(
    'leave a stack alone that publishes that it was made of the same JSON, and read the same of other stacks: one read of its state, no Terraform',
  ),
  'as-written': flag('take cdktf.out/ as it is, without a synth before'),
  width: wholeNumber({ from: 1, to: 64 }, undefined, {
    value: 'N',
    describe: 'stacks at once; without it, as many as processors and free memory bear (0.6 GB for each provider)',
  }),
  engine: oneOf(engines, undefined, {
    value: 'ENGINE',
    describe: 'terraform or tofu; without it, what TERRAFORM_BINARY_NAME names, or else the settings',
  }),
  lose: texts({
    value: 'STACK/ADDRESS',
    describe:
      'let this be destroyed or replaced, although others of its kind are protected; again for others. --resume goes on with what was named',
  }),
};

export const options = {
  ...commonOptions,
  resume: flag(
    'go on with the last run, or with what `plan` saved: what is done is done, what was approved is applied',
  ),
  approve: flag('apply without asking: for CI; with --resume, only what was saved before'),
};

/** The options as they were written. */
export type Options = OptionValues<typeof options>;
export type CommonOptions = OptionValues<typeof commonOptions>;
