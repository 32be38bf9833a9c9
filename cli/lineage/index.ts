import { type CommandGroup, defineCommand } from '../kit/command';
import { recordOptions, showOptions } from './options';

export const record = defineCommand({
  name: 'record',
  summary: 'Records which data trained which model, and which endpoint serves it.',
  options: recordOptions,
  refuses: true,
  examples: ['lineage record --account ml-production --account-id 222222222222 --declared --dry-run'],
  run: (options, context) => (require('./run') as typeof import('./run')).runRecord(options, context),
});

export const show = defineCommand({
  name: 'show',
  summary: 'Shows what a model was trained on and which endpoints serve it, or what was made from a dataset.',
  description: 'Needs one of --endpoint, --model or --dataset.',
  options: showOptions,
  refuses: true,
  no: 'no dataset is on record that the model was trained on',
  examples: ['lineage show --account ml-production --account-id 222222222222 --endpoint triage'],
  run: (options, context) => (require('./run') as typeof import('./run')).runShow(options, context),
});

export const lineage: CommandGroup = {
  name: 'lineage',
  summary: 'Records and shows which data trained which model, as SageMaker lineage.',
  commands: [record, show],
};
