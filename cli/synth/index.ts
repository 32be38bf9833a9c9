import { defineCommand } from '../kit/command';

export const synth = defineCommand({
  name: 'synth',
  summary: 'Checks accounts/, models/ and controls/, and writes the Terraform JSON of every stack to cdktf.out/.',
  description:
    'Needs neither AWS nor Terraform. All problems are reported at once, and nothing is written then. The environment variable ' +
    'CDKTF_OUTDIR names another folder.',
  options: {},
  run: (_options, context) => (require('./run') as typeof import('./run')).run(context),
});
