import { appendFileSync } from 'node:fs';
import { errorsIn } from '../outcome';
import type { PlanJson } from '../plan-judgement';
import { CommandFailure } from '../stack-work';
import type { HcpClient } from './client';
import { relatedId } from './documents';
import { readableLog } from './run-log';
import { needsDecision, type Run } from './runs';

/**
 * What a run would do. Without it nothing could be judged. Source: HCP Terraform docs, "Plans API: Retrieve the JSON execution plan", which
 * asks for admin of the workspace; for others Terraform itself reads the plan without values (`json-output-redacted`, in its cloud backend).
 */
export async function planOf(client: HcpClient, run: Run): Promise<PlanJson> {
  const plan = relatedId(run, 'plan');
  const json =
    (await client.tryGetJson(`runs/${run.id}/plan/json-output`)) ??
    (plan && (await client.tryGetJson(`plans/${plan}/json-output-redacted`)));
  if (json) return json as PlanJson;
  throw new Error(
    `the plan of ${run.id} cannot be read\n  rule: what a run would do is judged before it is applied\n  fix:  give the token's team admin of the workspace, which HCP Terraform asks for to show a plan as JSON`,
  );
}

/**
 * Why a run did not do what it should, with the errors of its log, all of which goes to a file.
 *
 * @param link the page of the run
 */
export async function failureOf(
  client: HcpClient,
  run: Run,
  { during, link, logFile }: { readonly during: 'plan' | 'apply'; readonly link: string; readonly logFile: string },
): Promise<CommandFailure> {
  const { status } = run.attributes;
  if (needsDecision(run))
    return new CommandFailure(
      `${run.id} waits for a decision (${status})\n  rule: a policy or task has failed that somebody may override\n  fix:  decide at ${link}, then go on with --resume`,
      false,
    );
  const log = readableLog((await tryReadLog(client, run, during)) ?? '');
  if (log !== '') appendFileSync(logFile, `${log}\n`, { mode: 0o600 });
  const said = status === 'errored' ? errorsIn(log) : '';
  return new CommandFailure([`${run.id} is ${status}: ${link}`, said].filter(Boolean).join('\n\n'), false);
}

async function tryReadLog(client: HcpClient, run: Run, during: 'plan' | 'apply'): Promise<string | undefined> {
  const id = relatedId(run, during);
  if (id === undefined) return undefined;
  const path = `${during === 'plan' ? 'plans' : 'applies'}/${id}`;
  const found = await client.tryGet<{ readonly 'log-read-url'?: string }>(path);
  const address = found?.data.attributes['log-read-url'];
  return address ? client.tryDownload(address) : undefined;
}
