import { defineCommand } from '../kit/command';
import { options } from './options';

export const verify = defineCommand({
  name: 'verify',
  summary:
    'Compares the live accounts with the landing zone: every resource of every stack, and what must be so beside.',
  description:
    'Needs credentials of the management account, and assumes a role in the others. Reads only: --permissions prints what it may do at ' +
    'least. What is expected is what synth writes today; what AWS does not answer is unknown, which is neither. ' +
    'AWS_ENDPOINT_URL leads elsewhere than to AWS.',
  options,
  refuses: true,
  no: 'something differs, or is unknown and --fail-on does not leave that out',
  examples: [
    'verify',
    'verify --account ml-production --all',
    'verify --fail-on differs',
    'verify --format ocsf > findings.json',
    'verify --expect-empty',
  ],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
