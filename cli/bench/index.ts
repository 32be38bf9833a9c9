import { defineCommand } from '../kit/command';
import { options } from './options';

export const bench = defineCommand({
  name: 'bench',
  summary: "Measures synth time and peak memory beside CDKTF's TypeScript template and beside writing the same bytes.",
  options,
  examples: ['bench --accounts 10,100 --template-up-to 10'],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
