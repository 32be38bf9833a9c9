import { isFinal, type Run, type Runs, waitsForPerson } from './runs';
import { findWorkspace, type Organization, runLink, type Workspace, workspaceLink } from './workspaces';

/** What is done with runs of others. */
export interface Others extends Organization {
  readonly runs: Runs;
  /** What is said of it to them. */
  readonly message: string;
  /** Discards what waits for confirmation in a workspace, instead of leaving it to whoever began it. */
  readonly discardsOthers: boolean;
}

/**
 * Sees to it that a run of a workspace would not wait for ever.
 *
 * @throws Error where somebody holds it, or a run in it waits for somebody
 */
export async function mustBeFree({ lockedBy, run, attributes }: Workspace, others: Others): Promise<void> {
  const { name } = attributes;
  if (attributes['execution-mode'] === 'local')
    throw new Error(
      `the workspace ${name} runs locally\n  rule: a run is done by HCP Terraform or an agent\n  fix:  run npx landing-zone hcp bootstrap, or use npx landing-zone deploy`,
    );
  if (lockedBy !== undefined)
    throw new Error(
      `the workspace ${name} is locked by ${lockedBy}\n  rule: nothing runs in a workspace that somebody locked\n  fix:  ask them, or unlock it at ${workspaceLink(others, name)}`,
    );
  if (run && !isFinal(run) && waitsForPerson(run)) await discard(run, name, others);
}

/** Ends a run that came after one which waits for somebody: nobody would go on with it. */
export async function giveWay(run: Run, workspace: string, others: Others): Promise<void> {
  if (run.attributes.status !== 'pending') return;
  const { run: before } = await findWorkspace(others, workspace);
  if (!before || before.id === run.id || !waitsForPerson(before)) return;
  try {
    await discard(before, workspace, others);
  } catch (error) {
    await others.runs.giveUp(run.id, 'another run waits for somebody').catch(() => undefined);
    throw error;
  }
}

/** @throws Error where a person's run is not to be discarded */
async function discard({ id, attributes: { status } }: Run, workspace: string, others: Others): Promise<void> {
  const { runs, message, discardsOthers } = others;
  if (discardsOthers) return runs.giveUp(id, `${message}: discarded for another run`);
  throw new Error(
    `${id} waits in the workspace ${workspace} (${status})\n  rule: a run comes after those before it\n  fix:  confirm or discard it at ${runLink(others, workspace, id)}, or discard all such runs with --discard`,
  );
}
