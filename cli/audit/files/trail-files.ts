import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A file of a trail, with what its place or its name says of the events in it; what neither says is in the events. */
export interface TrailFile {
  readonly path: string;
  readonly account?: string;
  readonly region?: string;
  /** The day on which CloudTrail delivered it, as its folder is called: `2026/01/31`. */
  readonly day?: string;
  /** Why it cannot be opened. */
  readonly unreadable?: string;
}

/** What to look for: the rest need not be opened. */
export interface Wanted {
  readonly from: string;
  readonly until: string;
  /** @default - every account */
  readonly accountId?: string;
}

/**
 * Every file of a trail below a folder, in CloudTrail's own folders or in any other; what else is in `AWSLogs/` is left out. A file or a
 * folder that cannot be opened is among them with its reason.
 *
 * @param listed what is in a folder
 */
export const trailFilesIn = (folder: string, listed: typeof entriesOf = entriesOf): readonly TrailFile[] =>
  below(folder, '', listed)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, unreadable }) => {
      const whole = join(folder, path);
      const file = { path: whole, ...placeOf(whole.split(sep).join('/')) };
      return unreadable === undefined ? file : { ...file, unreadable };
    });

type Found = Pick<TrailFile, 'path' | 'unreadable'>;

const entriesOf = (folder: string): readonly Dirent[] => readdirSync(folder, { withFileTypes: true });

/** @param inside the folder, relative to the one that a person named */
function below(folder: string, inside: string, listed: typeof entriesOf): Found[] {
  const [entries, unreadable] = attempt(() => listed(join(folder, inside)));
  if (!entries) return [{ path: inside, unreadable }];
  return entries.flatMap((entry): Found[] => {
    const path = join(inside, entry.name);
    if (entry.isDirectory()) return below(folder, path, listed);
    if (!/\.json(\.gz)?$/.test(path) || isOfAnotherKind(path.split(sep).join('/'))) return [];
    const [stats, reason] = attempt(() => statSync(join(folder, path)));
    return !stats || stats.isFile() ? [{ path, unreadable: reason }] : [];
  });
}

/** What was read, or why it was not. */
function attempt<T>(read: () => T): readonly [T | undefined, string | undefined] {
  try {
    return [read(), undefined];
  } catch (error) {
    return [undefined, (error as Error).message.replace(/, \w+ '.*'$/, '')];
  }
}

/** Whether events of this file may count. */
export const isWanted = ({ account, day }: TrailFile, { from, until, accountId }: Wanted): boolean =>
  (day === undefined || (from <= day && day <= until)) &&
  (account === undefined || accountId === undefined || account === accountId);

/**
 * Digests and insights are no events, and other services write beside CloudTrail: `AWSLogs/<account>/Config/`.
 * Source: CloudTrail User Guide, get-and-view-cloudtrail-log-files and cloudtrail-log-file-validation-digest-file-structure.
 */
function isOfAnotherKind(path: string): boolean {
  const [, service = 'CloudTrail'] = /(?:^|\/)AWSLogs\/(?:o-[^/]+\/)?\d{12}\/([^/]+)\//.exec(path) ?? [];
  return service !== 'CloudTrail' || /CloudTrail-(?:Digest|Insight)/.test(path);
}

const inFolders = /(\d{12})\/CloudTrail\/([a-z0-9-]+)\/(\d{4}\/\d{2}\/\d{2})\/[^/]+$/;
const inName = /(?:^|\/)(\d{12})_CloudTrail_([a-z0-9-]+)_(\d{4})(\d{2})(\d{2})T\d{4}Z_[^/]+$/;

function placeOf(path: string): Omit<TrailFile, 'path'> {
  const [, account, region, day] = inFolders.exec(path) ?? [];
  if (day) return { account, region, day };
  const [, owner, where, year, month, date] = inName.exec(path) ?? [];
  return year ? { account: owner, region: where, day: `${year}/${month}/${date}` } : {};
}
