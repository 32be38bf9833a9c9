import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { providerLockFile } from '../../schema/facts/provider-lock';
import type { SynthesizedStack } from '../manifest';
import type { HcpClient } from './client';
import type { Document } from './documents';
import { HcpError } from './hcp-error';
import { waiting } from './pace';

interface VersionAttributes {
  readonly status: string;
  readonly 'upload-url'?: string | null;
  readonly 'error-message'?: string | null;
}

/**
 * Uploads what is written of a stack, and waits until HCP Terraform has it. Source: HCP Terraform docs, "Configuration Versions API".
 *
 * @returns the id of the configuration version
 */
export async function uploadConfiguration(
  client: HcpClient,
  workspace: string,
  { stack, speculative }: { readonly stack: Pick<SynthesizedStack, 'directory'>; readonly speculative: boolean },
  wait: (milliseconds: number) => Promise<void> = waiting,
): Promise<string> {
  const made = await client.post<VersionAttributes>(`workspaces/${workspace}/configuration-versions`, {
    data: { type: 'configuration-versions', attributes: { 'auto-queue-runs': false, speculative } },
  });
  const { id, attributes } = (made as Document<VersionAttributes>).data;
  const { 'upload-url': address } = attributes;
  if (!address) throw new HcpError(`${client.hostname} names no address to upload ${id} to`, 0);
  await client.upload(address, await archiveOf(stack));
  for (let pause = 200; ; pause = Math.min(3_000, pause * 1.5)) {
    const { data } = await client.get<VersionAttributes>(`configuration-versions/${id}`);
    const { status, 'error-message': error } = data.attributes;
    if (status === 'uploaded') return id;
    if (status === 'errored') throw new HcpError(`${client.hostname} cannot use the upload ${id}: ${error ?? ''}`, 0);
    await wait(pause);
  }
}

/** What was synthesized of a stack as `.tar.gz`: its JSON, lock file and assets, and nothing else that is in its folder. */
export async function archiveOf({ directory }: Pick<SynthesizedStack, 'directory'>): Promise<Uint8Array<ArrayBuffer>> {
  const archive = pack();
  for (const name of filesOf(directory)) {
    // The same folder makes the same archive.
    archive.entry({ name, mode: 0o644, mtime: new Date(0) }, readFileSync(join(directory, name)));
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return new Uint8Array(gzipSync(Buffer.concat(chunks)));
}

/** The synthesized files of a stack, relative to its folder. */
export function filesOf(directory: string): readonly string[] {
  const assets = join(directory, 'assets');
  const below = existsSync(assets) ? readdirSync(assets, { recursive: true, withFileTypes: true }) : [];
  const files = below.flatMap((entry) =>
    entry.isFile() ? [join('assets', entry.parentPath.slice(assets.length), entry.name).replaceAll('\\', '/')] : [],
  );
  return ['cdk.tf.json', providerLockFile, ...files.sort()].filter((name) => existsSync(join(directory, name)));
}
