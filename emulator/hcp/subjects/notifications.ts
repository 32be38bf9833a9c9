import { type ApiCall, type ApiRoutes, created, listed, noContent, ok, sentOf } from '../api/call';
import { invalid, notFound } from '../api/errors';
import { boolean, type Form, listOf, matching, oneOf, orNull, readAttributes, text } from '../api/forms';
import { announce, testMessage } from '../notices';
import { type Resource, refersTo, referTo, related } from '../records';
import type { HcpWorld } from '../world';

/** Source: HCP Terraform docs, "Notification Configurations API", and the provider's `tfe_notification_configuration`. */
const form: Form = {
  'destination-type': oneOf('generic', 'slack', 'microsoft-teams', 'email'),
  enabled: boolean,
  name: matching(/^.+$/s, "can't be blank"),
  token: orNull(text),
  url: orNull(text),
  'email-addresses': listOf(text),
  triggers: listOf(
    oneOf(
      ...['run:created', 'run:planning', 'run:needs_attention', 'run:applying', 'run:completed', 'run:errored'],
      ...['assessment:drifted', 'assessment:check_failure', 'assessment:failed'],
      ...['workspace:auto_destroy_reminder', 'workspace:auto_destroy_run_results'],
    ),
  ),
};

/** "There is a limit of 20 notifications per workspace" (docs, "Workspace Notifications"). */
const most = 20;

/** Who hears of the runs of a workspace. */
export const notificationRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  const one = ({ actor, params }: ApiCall): Resource<'notification-configurations'> => {
    const found = world.find('notification-configurations', params.notification);
    mayNotify(world, related(records, found, 'subscribable', 'workspaces')?.id, actor);
    return found;
  };
  return {
    'GET /workspaces/:workspace/notification-configurations': ({ actor, params }) =>
      listed(ofWorkspace(world, mayNotify(world, params.workspace, actor).id)),
    'POST /workspaces/:workspace/notification-configurations': async (call) => created(await create(world, call)),
    'GET /notification-configurations/:notification': (call) => ok(one(call)),
    'PATCH /notification-configurations/:notification': async (call) => {
      const notification = one(call);
      const sent = readAttributes(
        'notification-configurations',
        form,
        sentOf(call, 'notification-configurations').attributes,
      );
      const type = sent['destination-type'];
      if (type !== undefined && type !== notification.attributes['destination-type'])
        throw invalid('destination-type', 'cannot be changed');
      checkTogether({ ...notification.attributes, ...sent });
      const { token, ...attributes } = sent;
      Object.assign(notification.attributes, attributes);
      await settle(world, notification, token);
      return ok(notification);
    },
    'DELETE /notification-configurations/:notification': (call) => {
      const { type, id } = one(call);
      records.delete({ type, id });
      world.secrets.delete(id);
      return noContent;
    },
    'POST /notification-configurations/:notification/actions/verify': async (call) => {
      const notification = one(call);
      await settle(world, notification, undefined);
      return ok(notification);
    },
  };
};

const ofWorkspace = ({ records }: HcpWorld, id: string) =>
  records.list('notification-configurations').filter((each) => refersTo(each, 'subscribable', id));

async function create(world: HcpWorld, call: ApiCall): Promise<Resource<'notification-configurations'>> {
  const workspace = mayNotify(world, call.params.workspace, call.actor);
  const sent = readAttributes(
    'notification-configurations',
    form,
    sentOf(call, 'notification-configurations').attributes,
  );
  for (const name of ['destination-type', 'enabled', 'name'])
    if (sent[name] === undefined) throw invalid(name, "can't be blank");
  if (ofWorkspace(world, workspace.id).length >= most)
    throw invalid('base', `A workspace can have up to ${most} notification configurations`);
  checkTogether(sent);
  const { token, ...attributes } = sent;
  const notification = world.add(
    'notification-configurations',
    'nc',
    {
      ...blank,
      ...attributes,
      'created-at': world.clock.iso(),
    } as unknown as Resource<'notification-configurations'>['attributes'],
    { subscribable: referTo(workspace), users: [] },
  );
  await settle(world, notification, token);
  return notification;
}

const blank = { token: null, url: null, triggers: [], 'email-addresses': [], 'delivery-responses': [] };

/** Organization tokens manage no notification configurations (docs, "API tokens"). */
function mayNotify(world: HcpWorld, id: string | undefined, actor: ApiCall['actor']): Resource<'workspaces'> {
  if (actor.kind === 'organization') throw notFound();
  return world.workspace(id, actor, 'admin');
}

/** Keeps the token secret, and tries what is enabled: what no receiver takes is not enabled. */
async function settle(
  world: HcpWorld,
  notification: Resource<'notification-configurations'>,
  token: unknown,
): Promise<void> {
  if (typeof token === 'string') world.secrets.set(notification.id, token);
  if (!notification.attributes.enabled) return;
  const status = await announce(world, notification, testMessage(world));
  notification.attributes['delivery-responses'] = [{ code: String(status), successful: String(status < 300) }];
  notification.attributes.enabled = status < 300;
}

function checkTogether({ 'destination-type': type, url }: Readonly<Record<string, unknown>>): void {
  if (type !== 'email' && !/^https?:\/\/.+/.test(String(url))) throw invalid('url', 'must be a URL');
  if (type === 'email' && url) throw invalid('url', 'cannot be set for email');
}
