import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Place, thisProject } from '../../project/place';
import { readVersion } from '../../project/version';
import { ledgerFile } from '../../schema/forms/ledger';
import type { LandingZone } from '../../schema/landing-zone';
import { sha256Of } from '../../schema/text/digest';
import type { Bundle, BundleFile } from './bundle';
import type { Section } from './section';

/** The state of the files that a bundle is made of, as git knows it. */
interface Commit {
  readonly commit: string | null;
  /** Day of the commit, ISO 8601. */
  readonly date: string | null;
  /** Files that are not as they were committed; undefined where git does not know them. */
  readonly changed: readonly string[] | undefined;
}

/** What the project is made of: release, commit, Node, provider of Terraform, and the ledger as it is checked in. */
export function versionsSection(bundle: Bundle, zone: LandingZone, place: Place = thisProject): Section {
  const { commit, date, changed } = commitOf(place);
  const ledger = readText(join(place.root, ledgerFile));
  const versions = {
    tool: { name: 'ai-governance-landing-zone', release: readVersion(place) },
    commit,
    commitDate: date,
    changedSinceCommit: changed ?? null,
    node: process.version,
    engine: zone.engine,
    awsProvider: zone.awsProvider,
    backend: zone.backend.type,
    packages: bundle.text('versions/package-lock.json', readText(join(place.root, 'package-lock.json')) ?? '').sha256,
    ledger: ledger === undefined ? null : hashesOf(ledger, bundle.text(`versions/${ledgerFile}`, ledger)),
  };
  const { path } = bundle.json('versions.json', versions);
  return {
    title: 'Versions',
    summary: `release ${versions.tool.release}, ${commit ? `commit ${commit}` : 'no commit'}${changed?.length ? `, and ${changed.length} files changed since` : ''}`,
    files: [path, 'versions/package-lock.json', ...(ledger === undefined ? [] : [`versions/${ledgerFile}`])],
    missing: [
      ...(commit === null ? ['the commit: this is no clone of git'] : []),
      ...(changed?.length
        ? [`what is here was made of files that are not committed: ${changed.slice(0, 20).join(', ')}`]
        : []),
      ...(ledger === undefined ? [`${ledgerFile}: npx landing-zone lock writes it`] : []),
    ],
  };
}

/** The file as it is checked in, and as it is here: without the addresses of people. */
const hashesOf = (text: string, { sha256 }: BundleFile) => ({
  checkedInSha256: sha256Of(text),
  redactedSha256: sha256,
});

function commitOf({ root }: Place): Commit {
  const git = (...args: readonly string[]): string | undefined => {
    const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
    return status === 0 ? stdout : undefined;
  };
  const [commit, date] = git('log', '-1', '--format=%H %cI')?.trim().split(' ') ?? [];
  const changed = git('status', '--porcelain')
    ?.split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(3));
  return { commit: commit ?? null, date: date ?? null, changed };
}

const readText = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
