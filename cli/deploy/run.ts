import { Deployment } from '../../deployment/deployment';
import type { DeploymentOptions, WaitingPlan } from '../../deployment/deployment-options';
import { goals } from '../../deployment/goal';
import { isRunning } from '../../deployment/is-running';
import type { StackResult } from '../../deployment/result';
import { newRun, type RunFolder, tryUnfinishedRun } from '../../deployment/run-folder';
import type { Problem } from '../../schema/problems/problem';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { Progress } from '../rehearse/progress';
import { type Asking, askFor, canAsk } from './approval';
import type { Options } from './options';
import { chosenBy, deploymentOf, type Prepared, prepare } from './prepare';
import { countsOf, refuseFailures, resultText, wrongIn } from './report';
import { stopOnSignal } from './stopping';

const terminal: Asking = { input: process.stdin, output: process.stderr };

/** Plans and applies the stacks that were chosen. */
export async function run(
  options: Options,
  context: Context,
  preparing: typeof prepare = prepare,
  asking: Asking = terminal,
): Promise<Answer> {
  context.refuse(problemsOf(options, asking));
  // Plans and logs hold secrets: Terraform writes them as our child.
  process.umask(0o077);
  const prepared = await preparing(options, context);
  const { folder, names } = folderOf(options, prepared, context);
  const stacks = prepared.all.filter(({ name }) => names.includes(name));
  const begun = options.resume ? folder.journal.began : undefined;
  const onlyChanged = options['only-changed'] || begun?.onlyChanged === true;
  const approvesAll = options.approve && (!options.resume || begun?.approvesAll === true);
  const results = await deployed(
    {
      ...deploymentOf(prepared, folder, { ...options, 'only-changed': onlyChanged }),
      stacks,
      goal: 'apply',
      approvesAll,
      approve: async (plans, wave, waves) => {
        if (!options.approve) return askFor(plans, wave, waves, asking);
        return approvesAll || areSaved(plans, context);
      },
    },
    context,
  );
  const answer = { text: resultText(results, context.width), json: { run: folder.path, results } };
  if (wrongIn(results).length > 0) context.show(answer);
  refuseFailures(results, `Go on with it: npx landing-zone deploy --resume. Logs are in ${folder.path}`);
  return { ...answer, no: results.some(({ outcome }) => outcome === 'not approved') };
}

/** Whether all plans were there to be looked at before: `--approve` says yes to these, where the run was begun without it. */
function areSaved(plans: readonly WaitingPlan[], { note }: Pick<Context, 'note'>): boolean {
  const made = plans.filter(({ saved }) => !saved).map(({ stack }) => stack);
  if (made.length > 0)
    note(
      `Nobody has seen the plans of ${made.join(', ')}, which were made just now: --approve with --resume approves saved plans. Without --approve you are asked.`,
    );
  return made.length === 0;
}

/** Runs a deployment, and says what it does. */
export async function deployed(
  options: DeploymentOptions,
  context: Pick<Context, 'note' | 'live'>,
): Promise<readonly StackResult[]> {
  const progress = new Progress(context);
  const phases = new Map<string, string>();
  const leave = (stack: string, text?: string): void => progress.end({ stack, phase: phases.get(stack) ?? '' }, text);
  const deployment = new Deployment({
    ...options,
    // A question is not written over.
    approve: (...wave) => progress.paused(() => options.approve(...wave)),
    onBegin: (stack, phase) => {
      leave(stack);
      phases.set(stack, phase);
      progress.begin({ stack, phase });
    },
    onEnd: (result) => leave(result.stack, lineOf(result)),
  });
  const signals = stopOnSignal(deployment, (text) => context.note(text));
  try {
    return await deployment.run();
  } finally {
    progress.stop();
    signals.stop();
  }
}

const lineOf = (result: StackResult): string | undefined =>
  result.outcome === 'unchanged' ? undefined : `${result.stack}: ${countsOf([result]).replace(/^1 /, '')}`;

/** The folder of the run, new or gone on with, and the stacks that it is about. */
function folderOf(
  { resume, stack }: Options,
  { outdir, all }: Prepared,
  { note, refuse }: Context,
): { readonly folder: RunFolder; readonly names: readonly string[] } {
  const last = tryUnfinishedRun(outdir);
  const isTeardown = goals[last?.journal.began?.goal ?? 'apply'].tearsDown;
  if (!resume) {
    if (isTeardown)
      note('The last run is a teardown that has not come to its end: this deploys again what it destroyed.');
    else if (last) note('The last run has not come to its end; --resume goes on with it.');
    return { folder: newRun(outdir), names: chosenBy(stack, all).map(({ name }) => name) };
  }
  const owner = last?.journal.began?.process;
  if (owner !== undefined && owner !== process.pid && isRunning(owner))
    throw new Error(
      `The last run is under way, in process ${owner}\n  rule: one process works on a run\n  fix:  wait for it, or stop it with Ctrl-C`,
    );
  refuse([
    ...(last ? [] : [optionProblem('resume', undefined, 'must have a run to go on with', 'run it without --resume')]),
    ...(isTeardown
      ? [
          optionProblem(
            'resume',
            last?.path,
            'must be a deployment',
            'go on with it: npx landing-zone teardown --apply',
          ),
        ]
      : []),
  ]);
  const folder = last ?? newRun(outdir);
  return { folder, names: folder.journal.began?.stacks ?? [] };
}

function problemsOf({ resume, stack, approve }: Options, asking: Asking): readonly Problem[] {
  return [
    ...(resume && stack.length > 0
      ? [optionProblem('stack', stack[0], 'is what the run was begun with', 'leave out --stack or --resume')]
      : []),
    ...(approve || canAsk(asking)
      ? []
      : [
          optionProblem(
            'approve',
            undefined,
            'is needed where nobody can be asked',
            'write --approve, once the plans were looked at',
          ),
        ]),
  ];
}
