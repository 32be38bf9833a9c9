import { engines } from '../../schema/facts/engines';
import { rehearsedBackends } from '../../schema/facts/rehearsed-backends';
import { flag, type OptionValues, oneOf, share, text, wholeNumber } from '../kit/option';

export const options = {
  stack: text({ value: 'NAME', describe: 'this stack and what it needs; without it, every stack' }),
  from: text({
    value: 'REF',
    describe: 'deploy this older commit or tag of the project first, and judge what the present one changes in it',
  }),
  changes: flag(
    'change every field of every form on a small landing zone, judge each plan, and change it back (of your files only controls and queries count)',
  ),
  only: text({ value: 'TEXT', describe: 'of the changes those of fields with this text in their name' }),
  batches: wholeNumber({ from: 1 }, undefined, {
    value: 'N',
    describe: 'of the changes only so many batches, chosen by --seed: what CI has time for',
  }),
  rules: flag('judge what was deployed by every rule of the conformance packs, account by account'),
  keep: flag('keep the emulated AWS up after the second plan, and print how to reach each account; Ctrl-C ends it'),
  port: wholeNumber({ from: 1, to: 65_535 }, undefined, {
    value: 'N',
    describe: 'port of the emulated AWS; without it, a free one',
  }),
  engine: oneOf(engines, undefined, {
    value: 'ENGINE',
    describe: 'terraform or tofu; without it, what TERRAFORM_BINARY_NAME names, or else the settings',
  }),
  backend: oneOf(rehearsedBackends, undefined, {
    value: 'BACKEND',
    describe:
      'where states are kept: local, s3 (a bucket in the emulated AWS) or hcp (a double of HCP Terraform); without it, local',
  }),
  faults: share({ value: 'SHARE', describe: 'let AWS throttle or fail this share of the calls, for example 0.1' }),
  seed: wholeNumber({ from: 0 }, 1, { value: 'N', describe: 'which calls those are, and which changes' }),
  interrupt: text({
    value: 'STACK',
    describe: 'interrupt the first apply of this stack, then run it again',
  }),
};

/** The options as they were written. */
export type Options = OptionValues<typeof options>;
