import { defineCommand } from '../kit/command';

export const budget = defineCommand({
  name: 'budget',
  summary: 'Shows how much of the quotas of SCPs and RCPs is used at the root, at every OU and at every account.',
  options: {},
  no: 'something does not fit the quotas in force',
  run: (_options, context) => (require('./run') as typeof import('./run')).run(context),
});
