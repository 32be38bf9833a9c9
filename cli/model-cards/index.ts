import { defineCommand } from '../kit/command';
import { day } from '../kit/option';

export const modelCards = defineCommand({
  name: 'model-cards',
  summary: 'Shows every model card with its review date, and the model package groups that have none.',
  options: {
    'as-of': day({ value: 'DAY', describe: 'the day that review dates are compared with; without it, today, in UTC' }),
  },
  no: 'a review is overdue, or a group has no card in use',
  run: (options, context) => (require('./run') as typeof import('./run')).run(options, context),
});
