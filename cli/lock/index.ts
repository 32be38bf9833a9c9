import { defineCommand } from '../kit/command';
import { flag } from '../kit/option';

export const lock = defineCommand({
  name: 'lock',
  summary: 'Writes the ledger, landing-zone.lock.json: which accounts exist, and what must not be destroyed.',
  description:
    'Check the file in with the change that it belongs to. With it, synth refuses an account that vanishes, keeps addresses where ' +
    'something is renamed, and keeps in AWS what is protected and leaves the landing zone.',
  options: { check: flag('write nothing, and say what the ledger lacks') },
  no: 'with --check: the ledger is not as it has to be',
  run: (options, context) => (require('./run') as typeof import('./run')).run(options, context),
});
