import { type CommandGroup, defineCommand } from '../kit/command';
import { options } from './options';

const create = defineCommand({
  name: 'new',
  summary:
    'Writes the draft of a model card, for a model package group of an account or for a model outside the registry.',
  description:
    'On a terminal it asks for what the options do not say, and before it writes. Elsewhere what is missing is a problem. The card is a ' +
    'draft: what was measured, by which data and for whom it is meant is added by hand.',
  options,
  refuses: true,
  examples: [
    'model new',
    "model new --account ml-development --group triage-classifier --purpose 'Sorts referrals by urgency' --owner 'Patient intake' --use 'Orders a list for a nurse' --dpia https://wiki.example.com/dpia/triage --dry-run",
  ],
  run: async (values, context) => {
    const { newModel } = require('./new-model') as typeof import('./new-model');
    const { writeNew } = require('../new/write-new') as typeof import('../new/write-new');
    return writeNew(newModel, values, context);
  },
});

export const model: CommandGroup = {
  name: 'model',
  summary: 'Makes model cards.',
  commands: [create],
};
