import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sampleEvents } from '../../project/folders';
import { thisProject } from '../../project/place';
import type { Json } from './json';

/** Every event of the sample. */
export const sampleRecords = (): readonly Json[] =>
  readdirSync(join(thisProject.root, sampleEvents)).flatMap(
    (file): Json[] => JSON.parse(readFileSync(join(thisProject.root, sampleEvents, file), 'utf8')).Records,
  );

/** Runs with a new folder in which these files stand, and takes it away. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'trail-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Events in the files that the trails of an organization and of its accounts would deliver them in. */
export function delivered(records: readonly Json[]): Readonly<Record<string, Buffer>> {
  const files = new Map<string, Json[]>();
  for (const record of records) {
    const { recipientAccountId: account, awsRegion: region, eventCategory } = record;
    const day = record.eventTime.slice(0, 10).replaceAll('-', '/');
    const trail = eventCategory === 'Data' ? 'ai-data-events/AWSLogs' : 'AWSLogs/o-exampleorg1';
    const name = `${account}_CloudTrail_${region}_${day.replaceAll('/', '')}T0005Z_abcdefghijklmnop.json.gz`;
    const path = `${trail}/${account}/CloudTrail/${region}/${day}/${name}`;
    files.set(path, [...(files.get(path) ?? []), record]);
  }
  return Object.fromEntries([...files].map(([path, Records]) => [path, gzipSync(JSON.stringify({ Records }))]));
}
