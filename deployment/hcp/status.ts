import { workspaceName } from '../../schema/facts/hcp';
import { inOrder } from '../in-order';
import { reachOf, type SynthesizedStack } from '../manifest';
import type { Published } from '../published';
import { isBeingApplied, isFinal, type Run, waitsForPerson } from './runs';
import { consumerIdsOf, type Organization, runLink, type Workspace, workspaceLink, workspacesOf } from './workspaces';

/** A workspace beside what is written of its stack. */
export interface WorkspaceStatus {
  readonly stack: string;
  readonly workspace: string;
  readonly link: string;
  /** Its last run that is no speculative one. */
  readonly run?: { readonly id: string; readonly status: string; readonly link: string };
  readonly lockedBy?: string;
  /** Stacks whose runs may read its state. */
  readonly consumers: readonly string[];
  /** Whether something was changed elsewhere, where HCP Terraform looks for it and has looked. */
  readonly drifted?: boolean;
  /** Why the stack would be planned now. @default - it is deployed as it is written */
  readonly changed?: string;
  /** What is not as it should be, one sentence each; none where all is. */
  readonly problems: readonly string[];
}

interface StatusOptions extends Organization {
  readonly prefix: string;
  readonly published: Published;
}

/** The status of the workspaces of some stacks. */
export async function statusOf(
  stacks: readonly SynthesizedStack[],
  all: readonly SynthesizedStack[],
  options: StatusOptions,
): Promise<readonly WorkspaceStatus[]> {
  const { prefix, published } = options;
  const nameOf = (stack: string): string => workspaceName({ workspacePrefix: prefix }, stack);
  const found = await workspacesOf(options, `${prefix}-`);
  const stackOf = new Map(all.flatMap(({ name }) => [[found.get(nameOf(name))?.id, name]]));
  const statuses = new Map<string, WorkspaceStatus>();
  await published.readAhead(stacks);
  await inOrder(
    stacks,
    16,
    () => [],
    async (stack) => {
      const workspace = nameOf(stack.name);
      const there = found.get(workspace);
      const base = { stack: stack.name, workspace, link: workspaceLink(options, workspace) };
      if (!there) {
        statuses.set(stack.name, { ...base, consumers: [], problems: ['there is no such workspace'] });
        return;
      }
      const consumers = (await consumerIdsOf(options, there.id)).map((id) => stackOf.get(id) ?? id).sort();
      const readers = all.filter((each) => reachOf(each).reads.includes(stack.name)).map(({ name }) => name);
      const status = {
        ...base,
        consumers,
        drifted: await tryDrifted(options, there),
        changed: await published.whyChanged(stack),
        problems: difference(consumers, readers),
      };
      statuses.set(stack.name, judged(options, there, status));
    },
  );
  return stacks.flatMap(({ name }) => statuses.get(name) ?? []);
}

/** Workspaces of the prefix that no stack is written for: of accounts that have left. */
export async function leftWorkspaces(
  stacks: readonly SynthesizedStack[],
  { prefix, ...place }: Omit<StatusOptions, 'published'>,
): Promise<readonly string[]> {
  const known = new Set(stacks.map(({ name }) => workspaceName({ workspacePrefix: prefix }, name)));
  return [...(await workspacesOf(place, `${prefix}-`)).keys()].filter((name) => !known.has(name)).sort();
}

/** What there is to see of a workspace, with what is not as it should be first by itself and then by its neighbours. */
function judged(
  place: Organization,
  { run, lockedBy, attributes }: Workspace,
  status: WorkspaceStatus,
): WorkspaceStatus {
  const { drifted, changed, problems } = status;
  return {
    ...status,
    ...(run && { run: { id: run.id, status: run.attributes.status, link: runLink(place, attributes.name, run.id) } }),
    ...(lockedBy !== undefined && { lockedBy }),
    problems: [
      ...(lockedBy !== undefined ? [`it is locked by ${lockedBy}`] : []),
      ...(run ? whatOf(run) : []),
      ...(attributes['global-remote-state'] ? ['every workspace of the organization may read its state'] : []),
      ...problems,
      ...(drifted ? ['something was changed elsewhere'] : []),
      ...(changed !== undefined ? [changed] : []),
    ],
  };
}

/** What a last run leaves to be done. One that was given up has changed nothing. */
function whatOf(run: Run): readonly string[] {
  const { status } = run.attributes;
  if (waitsForPerson(run)) return [`its run waits for somebody (${status})`];
  if (!isFinal(run)) return [`its run is ${isBeingApplied(run) ? 'being applied' : 'under way'} (${status})`];
  return ['errored', 'force_canceled'].includes(status) ? [`its last run is ${status}`] : [];
}

function difference(consumers: readonly string[], readers: readonly string[]): readonly string[] {
  const missing = readers.filter((name) => !consumers.includes(name));
  const extra = consumers.filter((name) => !readers.includes(name));
  return [
    ...(missing.length > 0 ? [`${missing.join(', ')} may not read its state`] : []),
    ...(extra.length > 0 ? [`${extra.join(', ')} may read its state, and need not`] : []),
  ];
}

/** Source: HCP Terraform docs, "Assessment Results API". */
async function tryDrifted({ client }: Organization, { id, attributes }: Workspace): Promise<boolean | undefined> {
  if (!attributes['assessments-enabled']) return undefined;
  const found = await client.tryGet<{ readonly drifted?: boolean }>(`workspaces/${id}/current-assessment-result`);
  return found?.data.attributes.drifted;
}
