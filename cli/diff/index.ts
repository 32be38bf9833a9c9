import { defineCommand } from '../kit/command';
import { text } from '../kit/option';

export const diff = defineCommand({
  name: 'diff',
  summary:
    'Shows what your edits change in the files of the last synth: resources, attributes, and statements of policies.',
  description:
    'Writes nothing, and needs neither AWS nor Terraform: what AWS has is compared by terraform plan. Policies, templates and whatever ' +
    'else is JSON within the JSON are opened. Stacks that change alike are shown once.',
  options: {
    with: text({
      value: 'FOLDER',
      describe:
        'compare with this folder, such as the cdktf.out of another checkout; without it, with that of the last synth',
    }),
  },
  no: 'something changes',
  examples: ['diff', 'diff --with ../main/cdktf.out'],
  run: (options, context) => (require('./run') as typeof import('./run')).run(options, context),
});
