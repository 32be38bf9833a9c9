import { defineCommand } from '../kit/command';
import { options } from './options';

export const teardown = defineCommand({
  name: 'teardown',
  summary: 'Says what a teardown would destroy, keep and leave; with --apply does it, and proves that nothing is left.',
  description:
    'Needs Terraform or OpenTofu on PATH, and the credentials of the management account. Without --apply nothing is written, in AWS or in ' +
    "a state. With it the settings have to say protection: 'off', and the name of the landing zone is typed. Logs are kept unless " +
    '--with-logs is written. Ctrl-C begins nothing more and lets what is under way end; run it again to go on. See docs/teardown.md.',
  options,
  refuses: true,
  no: 'another name was typed, or something is still there, be it that AWS keeps it for a while',
  examples: ['teardown', 'teardown --apply', 'teardown --apply --organization acme-ai', 'teardown --with-logs --json'],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
