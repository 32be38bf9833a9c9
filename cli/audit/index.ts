import { defineCommand } from '../kit/command';
import { options } from './options';

export const audit = defineCommand({
  name: 'audit',
  summary: 'Queries the CloudTrail trails of every account, in Athena or in files at hand.',
  description:
    'Athena needs credentials of the audit role, or of somebody who may assume it, and bills by what a query scans: one account and a ' +
    'short period cost less. --files asks what somebody copied out of a trail, and --sample what was written to try the queries: neither ' +
    'needs AWS.',
  options,
  refuses: true,
  no: 'files could not be read, and the answer is without their events',
  examples: [
    'audit --sample',
    'audit --sample --query unusual-model-use',
    'audit --list',
    'audit --query root-use --since 2026-01-01 --account ml-production',
    'audit --files ./trail --query root-use --since 2026-03-01 --until 2026-03-31',
  ],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
