import { type Actor, rightsIn } from '../actors';
import { invalid, notFound } from '../api/errors';
import { executionModeOf } from '../execution';
import { type Attributes, type Resource, referTo } from '../records';
import { creatorOf, holderOf } from '../subjects/workspace-actions';
import type { HcpWorld } from '../world';
import { Log } from './log';

/** What a run is made of. */
export interface NewRun {
  readonly workspace: Resource<'workspaces'>;
  readonly version: Resource<'configuration-versions'>;
  /** Whoever starts it; undefined where another run does. */
  readonly actor: Actor | undefined;
  readonly sent: Attributes;
}

/** A new run, which waits for its turn. Source: HCP Terraform docs, "Create a Run". */
export function createRun(world: HcpWorld, { workspace, version, actor, sent }: NewRun): Resource<'runs'> {
  check(world, workspace, version, actor, sent);
  const planOnly = sent['plan-only'] ?? version.attributes.speculative;
  const plan = withLog(world, 'plans', 'plan', { 'has-changes': false, 'generated-configuration': false });
  const apply = planOnly ? undefined : withLog(world, 'applies', 'apply', {});
  const now = world.clock.iso();
  const run: Resource<'runs'> = world.add(
    'runs',
    'run',
    {
      ...{ message: 'Queued manually via the Terraform Enterprise API', source: 'tfe-api', 'trigger-reason': 'manual' },
      ...{ 'auto-apply': workspace.attributes['auto-apply'], 'allow-empty-apply': false, 'is-destroy': false },
      ...{ 'allow-config-generation': false, refresh: true, 'refresh-only': false, 'save-plan': false, variables: [] },
      ...{
        'replace-addrs': null,
        'target-addrs': null,
        'terraform-version': workspace.attributes['terraform-version'],
      },
      ...sent,
      ...{ 'plan-only': planOnly, status: 'pending', 'has-changes': false, 'canceled-at': null, 'created-at': now },
      ...{ 'status-timestamps': { 'plan-queueable-at': now }, 'position-in-queue': 0 },
    } as unknown as Resource<'runs'>['attributes'],
    {
      ...{ workspace: referTo(workspace), 'configuration-version': referTo(version), plan: referTo(plan) },
      ...{
        apply: apply ? referTo(apply) : null,
        'created-by': actor ? creatorOf(holderOf(actor)) : null,
        'confirmed-by': null,
      },
      ...{ 'policy-checks': [], 'run-events': [], comments: [], 'task-stages': [] },
    },
  );
  for (const tell of world.listeners) tell(run);
  setImmediate(() => world.runs?.wake());
  return run;
}

function check(
  world: HcpWorld,
  workspace: Resource<'workspaces'>,
  version: Resource<'configuration-versions'>,
  actor: Actor | undefined,
  sent: Attributes,
): void {
  const rights = actor && rightsIn(world.records, actor, workspace);
  if (rights && !rights.has('plan')) throw notFound();
  if (executionModeOf(world, workspace) === 'local')
    throw invalid('base', 'The workspace is in local execution mode: Terraform runs where it is started');
  if (version.attributes.status !== 'uploaded') throw invalid('configuration-version', 'is not uploaded');
  if (sent['is-destroy'] === true && !workspace.attributes['allow-destroy-plan'])
    throw invalid('is-destroy', 'Destroy plans are not allowed in this workspace');
  if (sent['is-destroy'] === true && sent['refresh-only'] === true)
    throw invalid('refresh-only', 'cannot be used with is-destroy');
  if (version.attributes.speculative && sent['plan-only'] === false)
    throw invalid('plan-only', 'A speculative configuration can only be planned');
  if (sent['auto-apply'] === true && rights && !rights.has('apply')) throw notFound();
}

/** A plan or apply, with the log that its address shows. */
function withLog(world: HcpWorld, type: 'plans' | 'applies', prefix: string, attributes: Attributes): Resource {
  const log = new Log(world.archive);
  const counts = {
    'resource-additions': null,
    'resource-changes': null,
    'resource-destructions': null,
    'resource-imports': null,
  };
  const status = type === 'plans' ? 'pending' : 'unreachable';
  const resource = world.add(type, prefix, { ...counts, ...attributes, status, 'status-timestamps': {} } as never, {
    'state-versions': [],
  });
  resource.attributes['log-read-url'] = world.urlOf(log.object);
  world.logs.set(resource.id, log);
  return resource;
}
