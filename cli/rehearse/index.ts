import { defineCommand } from '../kit/command';
import { options } from './options';

export const rehearse = defineCommand({
  name: 'rehearse',
  summary:
    'Deploys every stack with real Terraform into an emulated AWS, plans again, destroys, and looks for what is left.',
  description: 'Needs Terraform and moto_server on PATH. Logs, states and JSON are in .rehearsal/.',
  options,
  refuses: true,
  no: 'a second plan is not empty, something is left, our own policies would deny a call of the deploy role, a rule fails that --rules asks for, an upgrade destroys or replaces what the changelog does not announce, or a change does what its table does not say',
  examples: [
    'rehearse',
    'rehearse --stack log-archive --keep --port 4566',
    'rehearse --rules',
    'rehearse --backend s3',
    'rehearse --from v0.1.0',
    'rehearse --changes --batches 1 --seed 7',
  ],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
