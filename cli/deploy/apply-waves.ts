import type { DeploymentOptions, WaitingPlan } from '../../deployment/deployment-options';
import { goals } from '../../deployment/goal';
import { isRunning } from '../../deployment/is-running';
import type { SynthesizedStack } from '../../deployment/manifest';
import { newRun, type RunFolder, tryUnfinishedRun } from '../../deployment/run-folder';
import type { Problem } from '../../schema/problems/problem';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { type Asking, askFor, canAsk } from './approval';
import { deployed } from './deployed';
import type { Options } from './options';
import { chosenBy } from './prepare';
import { refuseFailures, resultText, wrongIn } from './report';

type Asked = Pick<Options, 'resume' | 'stack' | 'approve'>;

/** What a run that is gone on with was told before counts with what it is told now. */
interface Told {
  readonly onlyChanged: boolean;
  /** What may go: `<stack>/<address>`. */
  readonly lose: readonly string[];
}

/** What is deployed, and by which command. */
export interface Deployed {
  /** Every stack that may be chosen. */
  readonly all: readonly SynthesizedStack[];
  /** Holds the folders of its runs. */
  readonly outdir: string;
  /** As it is written after `landing-zone`. */
  readonly command: string;
  readonly asking: Asking;
  readonly deploymentOf: (
    folder: RunFolder,
    told: Told,
  ) => Omit<DeploymentOptions, 'goal' | 'approve' | 'approvesAll' | 'stacks'>;
}

/**
 * Refuses what nobody could be asked about, before anything else is done.
 *
 * @throws InvalidRequest with every problem
 */
export function refuseUnasked(options: Asked, { refuse }: Pick<Context, 'refuse'>, asking: Asking): void {
  refuse(problemsOf(options, asking));
  // Plans and logs hold secrets: Terraform writes them as our child.
  process.umask(0o077);
}

/** Plans and applies the stacks that were chosen, or goes on with the last run, and asks before each wave. */
export async function applyWaves(options: Asked & Told, context: Context, subject: Deployed): Promise<Answer> {
  const { folder, names } = folderOf(options, subject, context);
  const stacks = subject.all.filter(({ name }) => names.includes(name));
  const begun = options.resume ? folder.journal.began : undefined;
  const onlyChanged = options.onlyChanged || begun?.onlyChanged === true;
  const approvesAll = options.approve && (!options.resume || begun?.approvesAll === true);
  const lose = [...new Set([...(begun?.lose ?? []), ...options.lose])];
  const results = await deployed(
    {
      ...subject.deploymentOf(folder, { onlyChanged, lose }),
      stacks,
      goal: 'apply',
      approvesAll,
      approve: async (plans, wave, waves) => {
        if (!options.approve) return askFor(plans, wave, waves, subject.asking);
        return approvesAll || areSaved(plans, context);
      },
    },
    context,
  );
  const answer = { text: resultText(results, context.width), json: { run: folder.path, results } };
  if (wrongIn(results).length > 0) context.show(answer);
  refuseFailures(results, `Go on with it: npx landing-zone ${subject.command} --resume. Logs are in ${folder.path}`);
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

/** The folder of the run, new or gone on with, and the stacks that it is about. */
function folderOf(
  { resume, stack }: Pick<Options, 'resume' | 'stack'>,
  { outdir, all }: Pick<Deployed, 'outdir' | 'all'>,
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
  const problem = (value: string | undefined, rule: string, fix: string) => optionProblem('resume', value, rule, fix);
  refuse([
    ...(last ? [] : [problem(undefined, 'must have a run to go on with', 'run it without --resume')]),
    ...(isTeardown
      ? [problem(last?.path, 'must be a deployment', 'go on with it: npx landing-zone teardown --apply')]
      : []),
  ]);
  const folder = last ?? newRun(outdir);
  return { folder, names: folder.journal.began?.stacks ?? [] };
}

function problemsOf({ resume, stack, approve }: Asked, asking: Asking): readonly Problem[] {
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
