import { defineCommand } from '../kit/command';
import { options } from './options';

export const review = defineCommand({
  name: 'review',
  summary:
    'Says what a change means for security: what becomes possible or impossible, what is lost, what nobody can tell.',
  description:
    'Works without AWS, but for --before deployed, which reads the states. The answer is Markdown, for a pull request: what weakens ' +
    'security first. Policies are compared by proof, and each difference is the smallest request that the evaluator of simulate ' +
    'confirms. What is not known is not judged, and never harmless.',
  options,
  refuses: true,
  no: 'there is what --fail-on names',
  examples: ['review', 'review --before main --fail-on weaker', 'review --before deployed --plans plans --json'],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
