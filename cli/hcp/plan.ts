import { join } from 'node:path';
import { newRun } from '../../deployment/run-folder';
import { deployed } from '../deploy/deployed';
import type { Answer, Context } from '../kit/command';
import { answerOf } from '../plan/run';
import type { PlanOptions } from './options';
import { plansMarkdown } from './plans-markdown';
import { deploymentOf, hcpRunsOf, noteChangedHere, prepareHcp, runStacks, widthOf } from './prepare';

/** Starts speculative runs, or looks for drift by them. */
export async function run(
  options: PlanOptions,
  context: Context,
  preparing: typeof prepareHcp = prepareHcp,
): Promise<Answer> {
  process.umask(0o077);
  const prepared = await preparing(options, context);
  const stacks = runStacks(options.stack, prepared, context);
  await noteChangedHere(prepared, context);
  const width = await widthOf(prepared, options.width, context);
  // What cannot be applied is nothing that `hcp apply --resume` could go on with.
  const folder = newRun(join(hcpRunsOf(prepared), 'speculative'));
  const { drift } = options;
  const told = { ...options, message: 'landing-zone hcp plan', width, speculative: true, discard: false };
  const results = await deployed(
    {
      ...deploymentOf(prepared, folder, told),
      // Speculative runs wait for nobody, and nothing waits for them.
      mostInWave: undefined,
      stacks,
      goal: drift ? 'drift' : 'plan',
      approvesAll: false,
      approve: async () => false,
    },
    context,
  );
  const links = results.flatMap(({ stack, link }) => (link === undefined ? [] : [`${stack}: ${link}`]));
  const next = [...links, 'Apply it, planned anew: npx landing-zone hcp apply'].join('\n');
  const answer = answerOf(results, { drift, path: folder.path, next }, context);
  return options.markdown ? { ...answer, text: plansMarkdown(results) } : answer;
}
