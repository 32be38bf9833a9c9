import { type CommandGroup, defineCommand } from '../kit/command';
import { options } from './options';

const create = defineCommand({
  name: 'new',
  summary: 'Writes a control of your own: what it denies, what it detects, and an example on either side.',
  description:
    'On a terminal it asks for what the options do not say, and before it writes. Elsewhere what is missing is a problem. Actions and managed ' +
    'rules must exist. It shows what the control changes in policies and packs, and says which lines are left to write.',
  options,
  refuses: true,
  examples: [
    'control new',
    "control new --id own-secret-rotation --title 'Nobody stops the rotation of a secret' --why 'An old password is known to many' --fix 'Let the secret rotate' --severity high --where 'every account' --deny secretsmanager:CancelRotateSecret --satisfies soc-2:CC6.1 --dry-run",
  ],
  run: async (values, context) => {
    const { newControl } = require('./new-control') as typeof import('./new-control');
    const { writeNew } = require('../new/write-new') as typeof import('../new/write-new');
    return writeNew(newControl, values, context);
  },
});

export const control: CommandGroup = {
  name: 'control',
  summary: 'Makes controls of your own.',
  commands: [create],
};
