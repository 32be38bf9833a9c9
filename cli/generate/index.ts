import { type CommandGroup, defineCommand } from '../kit/command';
import { flag } from '../kit/option';

/** @param all every command, this one too: their page is generated */
export const generateOf = (all: () => CommandGroup) =>
  defineCommand({
    name: 'generate',
    summary:
      'Writes the code of the custom Config rules, the generated pages of docs/, and your own pages in catalog/.',
    description:
      'The pages of docs/ show the shipped catalog in the landing zone of the sample; those of catalog/ show yours, with the controls of controls/own/. Run it after a control was added, changed or removed. Where a control is wrong, nothing is written.',
    options: { check: flag('write nothing, and say what is stale') },
    no: 'something is stale',
    run: (options, context) => (require('./run') as typeof import('./run')).run(options, context, all()),
  });
