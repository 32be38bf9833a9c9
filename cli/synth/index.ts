import { defineCommand } from '../kit/command';
import { flag } from '../kit/option';

export const synth = defineCommand({
  name: 'synth',
  summary: 'Checks accounts/, models/ and controls/, and writes the Terraform JSON of every stack to cdktf.out/.',
  description:
    'Needs neither AWS nor Terraform. All problems are reported at once, and nothing is written then. The environment variable ' +
    'CDKTF_OUTDIR names another folder.',
  options: {
    locked: flag('write nothing where landing-zone.lock.json is not as landing-zone lock would write it: for CI'),
  },
  no: 'with --locked: the ledger is not as it has to be',
  run: (options, context) => (require('./run') as typeof import('./run')).run(options, context),
});
