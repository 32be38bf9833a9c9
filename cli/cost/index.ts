import { defineCommand } from '../kit/command';
import { options } from './options';

export const cost = defineCommand({
  name: 'cost',
  summary: 'Says what the landing zone itself costs in a month at list price, by service, account and region.',
  description:
    'Works without AWS, from the stacks that your files make. What has a price by the piece is counted; what is billed by use is assumed, ' +
    'and each assumption is an option. Workloads are not in it. Prices are those of us-east-1, with date and source in schema/facts/prices.ts.',
  options,
  no: 'a month costs more than --at-most',
  examples: ['cost', 'cost --changes 5000 --at-most 2000', 'cost --json'],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
