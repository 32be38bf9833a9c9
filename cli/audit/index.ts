import { defineCommand } from '../kit/command';
import { options } from './options';

export const audit = defineCommand({
  name: 'audit',
  summary: 'Queries the CloudTrail trails of every account, in Athena.',
  description:
    'Needs credentials of the audit role, or of somebody who may assume it. Athena bills by what a query scans: one account and a short ' +
    'period cost less.',
  options,
  refuses: true,
  examples: ['audit --list', 'audit --query root-use --since 2026-01-01 --account ml-production'],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
