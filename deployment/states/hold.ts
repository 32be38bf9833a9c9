import { existsSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { clientOf } from '../hcp/client';
import { findWorkspace } from '../hcp/workspaces';
import { placeText, type StatePlace } from './place';
import { s3ClientOf } from './s3';

/**
 * Keeps everybody else from writing a state until `release`, in the way that Terraform itself does. Source: Terraform v1.11, the backends
 * `local` (lock file beside the state) and `s3` (`use_lockfile`: an object beside it); HCP Terraform docs, "Workspaces API: Lock".
 *
 * @throws Error where somebody holds it
 */
export async function hold(place: StatePlace): Promise<{ readonly release: () => Promise<void> }> {
  switch (place.type) {
    case 'local': {
      const lock = join(dirname(place.file), `.${basename(place.file)}.lock.info`);
      if (existsSync(lock)) throw held(place, `delete ${lock}`);
      return { release: async () => undefined };
    }
    case 's3':
      return holdObject(place);
    case 'hcp': {
      const client = clientOf(place.hostname);
      const { id, lockedBy, attributes } = await findWorkspace({ client, ...place }, place.workspace);
      if (attributes.locked) throw held(place, `ask ${lockedBy ?? 'whoever began its run'}, or unlock the workspace`);
      await client.post(`workspaces/${id}/actions/lock`, { reason: 'landing-zone carries its state' });
      return { release: async () => void (await client.post(`workspaces/${id}/actions/unlock`)) };
    }
  }
}

async function holdObject(place: Extract<StatePlace, { type: 's3' }>) {
  const { PutObjectCommand, DeleteObjectCommand } = await import('@aws-sdk/client-s3');
  const client = await s3ClientOf(place.region);
  const lock = { Bucket: place.bucket, Key: `${place.key}.tflock` };
  const said = { ID: 'landing-zone', Operation: 'carry', Who: `${userInfo().username}@${hostname()}` };
  try {
    await client.send(new PutObjectCommand({ ...lock, IfNoneMatch: '*', Body: JSON.stringify(said) }));
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PreconditionFailed') throw held(place, `delete s3://${lock.Bucket}/${lock.Key}`);
    throw new Error(`${placeText(place)} cannot be locked: ${message}`);
  }
  return { release: async () => void (await client.send(new DeleteObjectCommand(lock))) };
}

const held = (place: StatePlace, otherwise: string): Error =>
  new Error(
    `${placeText(place)} is locked\n  rule: a state is carried while nobody writes it\n  fix:  wait for that run; if there is none any more, ${otherwise}`,
  );
