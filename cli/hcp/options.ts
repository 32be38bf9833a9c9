import { engines } from '../../schema/facts/engines';
import { flag, type OptionValues, oneOf, text, texts, wholeNumber } from '../kit/option';

const stack = texts({ value: 'NAME', describe: 'only this stack, `account-*` for many of them; again for others' });
const asWritten = flag('take cdktf.out/ as it is, without a synth before');
const from = text({
  value: 'BACKEND',
  describe:
    'where the states are now: `local`, `local:FOLDER`, `s3://BUCKET/PREFIX?region=REGION` or `hcp://HOST/ORGANIZATION/PREFIX`',
});

/** What runs are told alike. */
const commonOptions = {
  stack,
  all: flag('plan every stack, also those that publish that they were made of the same'),
  'as-written': asWritten,
  width: wholeNumber({ from: 1, to: 200 }, undefined, {
    value: 'N',
    describe:
      'runs at once, and stacks of a wave at most; without it, as many runs as the plan of the organization admits',
  }),
  lose: texts({
    value: 'STACK/ADDRESS',
    describe: 'let this be destroyed or replaced, although others of its kind are protected; again for others',
  }),
};

export const planOptions = {
  ...commonOptions,
  markdown: flag('print the answer as Markdown, for a pull request'),
  drift: flag('instead, read everything anew from AWS and say what was changed elsewhere'),
};

export const applyOptions = {
  ...commonOptions,
  resume: flag('go on with the last run: what is done is done, what was approved is applied'),
  approve: flag('apply without asking: for CI'),
  discard: flag('discard runs that wait for confirmation in the workspaces, whoever began them'),
};

export const statusOptions = { stack, 'as-written': asWritten };

export const bootstrapOptions = {
  from,
  'as-written': asWritten,
  'dry-run': flag('say what would be done, and do nothing'),
  approve: flag('apply without asking'),
  engine: oneOf(engines, undefined, {
    value: 'ENGINE',
    describe: 'terraform or tofu; without it, what TERRAFORM_BINARY_NAME names, or else the settings',
  }),
};

export const migrateOptions = {
  from,
  stack,
  'as-written': asWritten,
  'dry-run': flag('say what would be carried, and carry nothing'),
};

export const exportOptions = {
  to: text({ value: 'FOLDER', describe: 'an empty folder, or one that was written by this command' }),
  'as-written': asWritten,
};

export type CommonOptions = OptionValues<typeof commonOptions>;
export type PlanOptions = OptionValues<typeof planOptions>;
export type ApplyOptions = OptionValues<typeof applyOptions>;
export type StatusOptions = OptionValues<typeof statusOptions>;
export type BootstrapOptions = OptionValues<typeof bootstrapOptions>;
export type MigrateOptions = OptionValues<typeof migrateOptions>;
export type ExportOptions = OptionValues<typeof exportOptions>;
