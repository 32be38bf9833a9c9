import { createHmac } from 'node:crypto';
import { type Resource, refersTo, related } from './records';
import type { HcpWorld } from './world';

/** What a receiver is told. Source: HCP Terraform docs, "Notification Payload". */
export interface Message {
  readonly trigger: string;
  readonly run?: Resource<'runs'>;
  readonly text: string;
}

/** What is sent when a configuration is enabled. */
export const testMessage = ({ organization }: HcpWorld): Message => ({
  trigger: 'verification',
  text: `Verification of ${organization.id}`,
});

/**
 * Tells a receiver, with the HMAC of the body where it has a token, and answers the status. Only what listens on this machine is told:
 * the double sends nothing further, and takes it for received there.
 */
export async function announce(
  world: HcpWorld,
  { id, attributes }: Resource<'notification-configurations'>,
  { trigger, run, text }: Message,
): Promise<number> {
  const { url } = attributes;
  if (!url || !/^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)) return 200;
  const workspace = run && related(world.records, run, 'workspace', 'workspaces');
  const body = JSON.stringify({
    payload_version: 1,
    notification_configuration_id: id,
    run_id: run?.id ?? null,
    run_message: run?.attributes.message ?? null,
    workspace_id: workspace?.id ?? null,
    workspace_name: workspace?.attributes.name ?? null,
    organization_name: world.organization.id,
    notifications: [
      { message: text, trigger, run_status: run?.attributes.status ?? null, run_updated_at: world.clock.iso() },
    ],
  });
  const token = world.secrets.get(id);
  const signature = token && createHmac('sha512', token).update(body).digest('hex');
  const headers = {
    'content-type': 'application/json',
    ...(signature && { 'x-tfe-notification-signature': signature }),
  };
  try {
    return (await fetch(url, { method: 'POST', headers, body })).status;
  } catch {
    return 503;
  }
}

/** What receivers hear of, by what has become of a run. */
const triggers: Readonly<Record<string, string>> = {
  pending: 'run:created',
  planning: 'run:planning',
  planned: 'run:needs_attention',
  applying: 'run:applying',
  applied: 'run:completed',
  planned_and_finished: 'run:completed',
  errored: 'run:errored',
  canceled: 'run:errored',
};

/** Tells everybody who wants to hear of it what has become of a run. */
export function announceRun(world: HcpWorld, run: Resource<'runs'>): void {
  const { status } = run.attributes;
  const trigger = triggers[status];
  const workspace = related(world.records, run, 'workspace', 'workspaces');
  if (!trigger || !workspace) return;
  for (const notification of world.records.list('notification-configurations'))
    if (notification.attributes.enabled && refersTo(notification, 'subscribable', workspace.id))
      if (notification.attributes.triggers.includes(trigger))
        void announce(world, notification, { trigger, run, text: `Run ${status}` });
}
