import { isObject } from '../../toolkit/json';
import { rightsIn } from '../actors';
import {
  type ApiCall,
  type ApiRoutes,
  accepted,
  created,
  listed,
  noContent,
  ok,
  relationSent,
  requiredRelation,
  sentOf,
} from '../api/call';
import { conflict, invalid, notFound } from '../api/errors';
import { boolean, type Form, listOf, orNull, readAttributes, text, texts } from '../api/forms';
import { type Resource, referencesOf, refersTo } from '../records';
import { createRun } from '../runs/create-run';
import { isCancelable, isConfirmable, isDiscardable, isFinal, isForceCancelable } from '../runs/states';
import type { HcpWorld } from '../world';

const form: Form = {
  'allow-config-generation': boolean,
  'allow-empty-apply': boolean,
  'auto-apply': boolean,
  'is-destroy': boolean,
  message: orNull(text),
  'plan-only': boolean,
  refresh: boolean,
  'refresh-only': boolean,
  'replace-addrs': orNull(texts),
  'save-plan': boolean,
  'target-addrs': orNull(texts),
  'terraform-version': orNull(text),
  variables: listOf((value) =>
    isObject(value) && typeof value.key === 'string' ? undefined : 'must hold { key, value }',
  ),
};

/** Runs, and what is done to them. Source: HCP Terraform docs, "Runs API". */
export const runRoutes = (world: HcpWorld): ApiRoutes => {
  const one = ({ actor, params }: ApiCall, right: 'read runs' | 'apply' | 'admin') =>
    world.ofWorkspace('runs', params.run, actor, right).found;
  const runs = (): NonNullable<HcpWorld['runs']> => {
    if (!world.runs) throw new Error('the double has not started');
    return world.runs;
  };
  return {
    'POST /runs': (call) => created(create(world, call)),
    'GET /runs/:run': (call) => ok(one(call, 'read runs')),
    'GET /runs/:run/run-events': (call) => listed(referencesOf(one(call, 'read runs'), 'run-events') as never),
    'GET /runs/:run/comments': (call) => listed(referencesOf(one(call, 'read runs'), 'comments') as never),
    'GET /runs/:run/task-stages': (call) => listed(referencesOf(one(call, 'read runs'), 'task-stages') as never),
    'GET /runs/:run/policy-checks': (call) => listed(referencesOf(one(call, 'read runs'), 'policy-checks') as never),
    ...listRoutes(world),
    'POST /runs/:run/actions/apply': (call) => {
      const run = one(call, 'apply');
      if (!isConfirmable(run)) throw conflict('Run was not paused for confirmation; apply not allowed.');
      runs().confirm(run);
      return accepted;
    },
    'POST /runs/:run/actions/discard': (call) => {
      const run = one(call, 'apply');
      if (!isDiscardable(run)) throw conflict('Run was not paused for confirmation or priority; discard not allowed.');
      runs().discard(run);
      return accepted;
    },
    'POST /runs/:run/actions/cancel': (call) => {
      const run = one(call, 'apply');
      if (!isCancelable(run)) throw conflict('Run was not planning or applying; cancel not allowed.');
      runs().cancel(run, 'gently');
      return accepted;
    },
    'POST /runs/:run/actions/force-cancel': (call) => {
      const run = one(call, 'admin');
      if (!isForceCancelable(run, world.settings.coolOff))
        throw conflict(
          'Run was not planning or applying, has not been canceled non-forcefully, or the cool-off period has not yet passed.',
        );
      runs().cancel(run, 'by force');
      return accepted;
    },
    ...planRoutes(world, runs),
  };
};

/** The runs of a workspace, and those of the organization that somebody may see. */
const listRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  return {
    'GET /workspaces/:workspace/runs': ({ actor, params, query }) => {
      const { id } = world.workspace(params.workspace, actor, 'read runs');
      return listed(
        matching(
          records.list('runs').filter((run) => refersTo(run, 'workspace', id)),
          query,
        ),
      );
    },
    'GET /organizations/:organization/runs': ({ actor, params, query }) => {
      world.checkOrganization(params.organization, actor);
      const visible = records.list('runs').filter((run) => {
        const workspace = records.tryFind('workspaces', referencesOf(run, 'workspace')[0]?.id);
        return workspace !== undefined && rightsIn(records, actor, workspace).has('read runs');
      });
      return listed(matching(visible, query));
    },
  };
};

/** Plans and applies, by their own ids. */
const planRoutes = (world: HcpWorld, runs: () => NonNullable<HcpWorld['runs']>): ApiRoutes => {
  const part = ({ actor, params }: ApiCall, type: 'plans' | 'applies', right: 'read runs' | 'read state') => {
    const found = world.find(type, params.part);
    const run = world.records
      .list('runs')
      .find((each) => refersTo(each, type === 'plans' ? 'plan' : 'apply', found.id));
    return { found, run: world.ofWorkspace('runs', run?.id, actor, right).found };
  };
  const json = async (run: Resource<'runs'>, how: 'whole' | 'redacted') => {
    const body = await runs().planJson(run, how);
    return body === undefined ? noContent : { status: 200, body: Buffer.from(body), type: 'application/json' };
  };
  return {
    'GET /plans/:part': (call) => ok(part(call, 'plans', 'read runs').found),
    'GET /applies/:part': (call) => ok(part(call, 'applies', 'read runs').found),
    'GET /runs/:run/plan': ({ actor, params }) => {
      const run = world.ofWorkspace('runs', params.run, actor, 'read runs').found;
      return ok(world.find('plans', referencesOf(run, 'plan')[0]?.id));
    },
    // The whole plan may hold secrets, as the state does.
    'GET /plans/:part/json-output': (call) => {
      const { run } = part(call, 'plans', 'read state');
      return json(run, 'whole');
    },
    'GET /plans/:part/json-output-redacted': (call) => json(part(call, 'plans', 'read runs').run, 'redacted'),
    'GET /runs/:run/plan/json-output': ({ actor, params }) =>
      json(world.ofWorkspace('runs', params.run, actor, 'read state').found, 'whole'),
  };
};

/** The newest first, of the states and operations that a query asks for. */
function matching(runs: readonly Resource<'runs'>[], query: URLSearchParams): readonly Resource[] {
  const statuses = query.get('filter[status]')?.split(',');
  const group = query.get('filter[status_group]');
  const operations = query.get('filter[operation]')?.split(',');
  return runs
    .filter((run) => statuses === undefined || statuses.includes(run.attributes.status))
    .filter((run) => group === null || isInGroup(run, group))
    .filter((run) => operations === undefined || operations.includes(operationOf(run)))
    .toReversed();
}

const isInGroup = (run: Resource<'runs'>, group: string): boolean =>
  group === 'final' ? isFinal(run) : group === 'non_final' ? !isFinal(run) : isConfirmable(run);

const operationOf = ({ attributes }: Resource<'runs'>): string => {
  if (attributes['plan-only']) return 'plan_only';
  if (attributes['save-plan']) return 'save_plan';
  return attributes['is-destroy'] ? 'destroy' : 'plan_and_apply';
};

function create(world: HcpWorld, call: ApiCall): Resource<'runs'> {
  const sent = sentOf(call, 'runs');
  const { id } = requiredRelation(sent, 'workspace', 'workspaces');
  const workspace = world.workspace(id, call.actor, 'plan');
  const attributes = readAttributes('runs', form, sent.attributes);
  const [named] = relationSent(sent, 'configuration-version', 'configuration-versions') ?? [];
  const version = named?.id ?? referencesOf(workspace, 'current-configuration-version')[0]?.id;
  if (version === undefined) throw invalid('configuration-version', 'There is no configuration version to run');
  const found = world.records.tryFind('configuration-versions', version);
  if (!found) throw notFound();
  world.ofWorkspace('configuration-versions', version, call.actor, 'read runs');
  const given = Object.entries(attributes).filter(([, value]) => value !== null);
  return createRun(world, { workspace, version: found, actor: call.actor, sent: Object.fromEntries(given) });
}
