import { defineCommand } from '../kit/command';
import { options } from './options';

export const plan = defineCommand({
  name: 'plan',
  summary:
    'Saves a plan of each stack that `deploy --resume` applies, looks for drift, or prints the waves for a CI platform.',
  description:
    'Needs Terraform or OpenTofu on PATH, and credentials that may read. A stack that reads another, which is not deployed yet, cannot be ' +
    'planned: deploy plans wave by wave. See docs/deploying.md.',
  options,
  refuses: true,
  no: 'a plan destroys or replaces what is protected, or --drift finds something',
  examples: ['plan', "plan --stack 'account-*' --only-changed", 'plan --drift', 'plan --matrix github --only-changed'],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
