import { defineCommand } from '../kit/command';
import { options } from './options';

export const prove = defineCommand({
  name: 'prove',
  summary:
    'Proves for every request that SCPs and RCPs deny what the controls say, or shows a request that gets through.',
  description:
    'Works without AWS. A request counts only after the evaluator of simulate has confirmed it; what cannot be decided is listed with ' +
    'its reason, and is no proof. Statements that others make superfluous are listed too.',
  options,
  refuses: true,
  no: 'something is refuted or not decided, or something is newly allowed',
  examples: ['prove', 'prove --against main', 'prove --against ../main/cdktf.out'],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
