import { defineCommand } from '../kit/command';
import { options } from './options';

export const simulate = defineCommand({
  name: 'simulate',
  summary: 'Says whether SCPs and RCPs let a request through, and which control stops it.',
  description: 'Works without AWS. Identity, resource and session policies are not looked at.',
  options,
  refuses: true,
  no: 'the request is denied',
  examples: ['simulate --account ml-production --action bedrock:CreateGuardrail'],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
