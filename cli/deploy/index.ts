import { defineCommand } from '../kit/command';
import { options } from './options';

export const deploy = defineCommand({
  name: 'deploy',
  summary: 'Plans and applies the stacks wave by wave with Terraform or OpenTofu, and asks before each wave.',
  description:
    'Needs Terraform or OpenTofu on PATH, and the credentials of the management account. Plans, logs and the journal of each run are in ' +
    'cdktf.out/runs/. What fails holds up only what comes after it. Ctrl-C begins nothing more and lets what is under way end. See docs/deploying.md.',
  options,
  refuses: true,
  no: 'somebody did not approve a wave',
  examples: [
    'deploy',
    'deploy --only-changed --approve',
    "deploy --stack management --stack 'account-*'",
    'deploy --resume',
  ],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
