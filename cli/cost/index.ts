import { defineCommand } from '../kit/command';
import { options } from './options';

export const cost = defineCommand({
  name: 'cost',
  summary: 'Says what the landing zone itself costs in a month at list price, and which settings would save most.',
  description:
    'Works without AWS, from the stacks that your files make. What is made is counted; what is billed by use is a range, from a quiet month to a ' +
    'busy one, by what you expect of each class of accounts. Workloads are not in it. docs/capabilities/running-costs.md says more.',
  options,
  refuses: true,
  no: 'a usual month costs more than --at-most',
  examples: [
    'cost',
    'cost --all',
    'cost --usage ai.changes=9000 --at-most 2000',
    'cost --before main --quick',
    'cost --live --cost-explorer',
    'cost --json',
  ],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
