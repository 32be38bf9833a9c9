import { type CommandGroup, defineCommand } from '../kit/command';
import { options } from './options';

const create = defineCommand({
  name: 'new',
  summary: 'Writes the file of an account: one that AWS makes, or one that exists already.',
  description:
    'On a terminal it asks for what the options do not say, and before it writes. Elsewhere what is missing is a problem. It shows what the ' +
    'account changes in the files of synth. Nothing is written where synth would refuse the file; the ledger is never written.',
  options,
  refuses: true,
  examples: [
    'account new',
    "account new --name ml-research --email aws+ml-research@example.com --ou Sandbox --owner ml-research --purpose 'Tries new models'",
    "account new --name acquired --id 444455556666 --email it@acquired.example --ou Workloads --owner acquired --purpose 'Bought in 2026' --dry-run",
  ],
  run: async (values, context) => {
    const { newAccount } = require('./new-account') as typeof import('./new-account');
    const { writeNew } = require('../new/write-new') as typeof import('../new/write-new');
    return writeNew(newAccount, values, context);
  },
});

export const account: CommandGroup = {
  name: 'account',
  summary: 'Makes accounts of the landing zone.',
  commands: [create],
};
