import type { StackResult } from '../../deployment/result';
import { newRun } from '../../deployment/run-folder';
import { deployed } from '../deploy/deployed';
import { chosenBy, deploymentOf, prepare, publishedBy } from '../deploy/prepare';
import { changesText, failuresText, refuseFailures, resultText } from '../deploy/report';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { changedAmong, matrixOf } from './matrix';
import type { Options } from './options';

/** Saves plans, looks for drift, or prints the waves. */
export async function run(options: Options, context: Context, preparing: typeof prepare = prepare): Promise<Answer> {
  const { drift, matrix, 'only-changed': onlyChanged } = options;
  const both = drift && (matrix !== undefined || onlyChanged);
  context.refuse(
    both
      ? [optionProblem('drift', undefined, 'reads every stack', 'write it without --matrix and --only-changed')]
      : [],
  );
  // Plans and logs hold secrets: Terraform writes them as our child.
  process.umask(0o077);
  const prepared = await preparing(options, context);
  const stacks = chosenBy(options.stack, prepared.all);
  if (matrix !== undefined) {
    const published = publishedBy(prepared);
    const shown = onlyChanged ? await changedAmong(stacks, (stack) => published.whyChanged(stack)) : stacks;
    const json = matrixOf(matrix, shown);
    return { text: JSON.stringify(json), json };
  }
  const folder = newRun(prepared.outdir);
  const goal = drift ? 'drift' : 'plan';
  const results = await deployed(
    { ...deploymentOf(prepared, folder, options), stacks, goal, approvesAll: false, approve: async () => false },
    context,
  );
  const next = 'Apply exactly these plans: npx landing-zone deploy --resume';
  return answerOf(results, { drift, path: folder.path, next }, context);
}

/**
 * What plans would do, or what drifted.
 *
 * @param next what a person does with plans that were made
 */
export function answerOf(
  results: readonly StackResult[],
  { drift, path, next }: { readonly drift: boolean; readonly path: string; readonly next: string },
  context: Pick<Context, 'width' | 'show'>,
): Answer {
  const planned = results.some(({ outcome }) => outcome === 'planned');
  const text = [changesText(results), resultText(results, context.width), ...(planned ? [next] : [])];
  const answer = { text: text.filter(Boolean).join('\n\n'), json: { run: path, results } };
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) {
    context.show(answer);
    refuseFailures(failed, `Logs are in ${path}`);
  }
  const refused = failuresText(results);
  const no = refused !== '' || (drift && results.some(({ outcome }) => outcome === 'drifted'));
  return { ...answer, text: [answer.text, refused].filter(Boolean).join('\n\n'), no };
}
