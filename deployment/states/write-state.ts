import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { clientOf } from '../hcp/client';
import type { Document } from '../hcp/documents';
import { waiting } from '../hcp/pace';
import { findWorkspace } from '../hcp/workspaces';
import { placeText, type StatePlace } from './place';
import { s3ClientOf } from './s3';

/** What a state says of itself. Source: Terraform's state format, version 4. */
export interface StateIdentity {
  readonly serial: number;
  readonly lineage: string;
}

/** Writes a state to a place that is held, as Terraform would. */
export async function writeStateText(place: StatePlace, text: string, identity: StateIdentity): Promise<void> {
  switch (place.type) {
    case 'local': {
      mkdirSync(dirname(place.file), { recursive: true });
      // As Terraform does: the version before it stays beside it.
      if (existsSync(place.file)) copyFileSync(place.file, `${place.file}.backup`);
      // Whole or not at all.
      writeFileSync(`${place.file}.carried`, text, { mode: 0o600 });
      renameSync(`${place.file}.carried`, place.file);
      return;
    }
    case 's3': {
      const { PutObjectCommand } = await import('@aws-sdk/client-s3');
      const { bucket: Bucket, key: Key, kmsKeyId } = place;
      const encryption = kmsKeyId
        ? ({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: kmsKeyId } as const)
        : ({ ServerSideEncryption: 'AES256' } as const);
      const put = new PutObjectCommand({ Bucket, Key, ...encryption, ContentType: 'application/json', Body: text });
      await (await s3ClientOf(place.region)).send(put);
      return;
    }
    case 'hcp':
      return upload(place, text, identity);
  }
}

interface StateVersion {
  readonly status?: string;
  readonly 'hosted-state-upload-url'?: string | null;
}

/** Source: HCP Terraform docs, "State Versions API: Create a State Version"; the workspace is locked by the same token. */
async function upload(
  place: Extract<StatePlace, { type: 'hcp' }>,
  text: string,
  { serial, lineage }: StateIdentity,
): Promise<void> {
  const client = clientOf(place.hostname);
  const { id } = await findWorkspace({ client, ...place }, place.workspace);
  const content = new TextEncoder().encode(text);
  const attributes = { serial, lineage, md5: createHash('md5').update(content).digest('hex') };
  const made = await client.post<StateVersion>(`workspaces/${id}/state-versions`, {
    data: { type: 'state-versions', attributes },
  });
  const version = (made as Document<StateVersion>).data;
  const address = version.attributes['hosted-state-upload-url'];
  if (!address) throw new Error(`${placeText(place)}: HCP Terraform names no address to upload the state to`);
  await client.upload(address, content);
  for (let looks = 0; looks < 60; looks++) {
    const { data } = await client.get<StateVersion>(`state-versions/${version.id}`);
    // Those that do not tell have it at once.
    if ((data.attributes.status ?? 'finalized') === 'finalized') return;
    await waiting(1_000);
  }
  throw new Error(`${placeText(place)}: HCP Terraform has not stored the state after a minute: look at ${version.id}`);
}
