import type { PlannedChange } from '../deployment/plan-judgement';
import { matchesWildcard } from '../schema/text/wildcard';

/** A version of the changelog, with what it says is replaced or destroyed when it is deployed. */
export interface ReleaseNotes {
  readonly version: string;
  readonly announcements: readonly Announcement[];
}

/** One line below `### Replaced or destroyed`. `docs/releasing.md` says how it is written. */
export interface Announcement {
  /** `<stack>/<type or address>`, `*` for any text: `account-sandbox/aws_sns_topic`. */
  readonly pattern: string;
  /** Why, and what a person has to do. */
  readonly advice: string;
}

const heading = 'Replaced or destroyed';

/**
 * Reads every version of a changelog, the newest first as it stands there.
 *
 * @throws Error where a line below `### Replaced or destroyed` is not as `docs/releasing.md` says
 */
export const readReleaseNotes = (changelog: string): readonly ReleaseNotes[] =>
  changelog
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [, version] = /^\[?(\d+\.\d+\.\d+[-\w.]*)\]?/.exec(section) ?? [];
      return version ? [{ version, announcements: announcementsIn(version, section) }] : [];
    });

function announcementsIn(version: string, section: string): readonly Announcement[] {
  const part = section.split(/^### /m).find((each) => each.startsWith(heading)) ?? '';
  const items = part.split(/^- /m).slice(1);
  return items.flatMap((item) => {
    const line = item.replace(/\s+/g, ' ').trim();
    const [, marks = '', advice] = /^((?:`[^`\s/]+\/[^`\s]+`(?:, )?)+): (.+)$/.exec(line) ?? [];
    if (advice === undefined)
      throw new Error(
        `CHANGELOG.md: "${line}" in ${version}\n  rule: a line below '### ${heading}' says what, and what to do about it\n  fix:  write it like - \`account-*/aws_sns_topic.findings\`: confirm the subscriptions again`,
      );
    return [...marks.matchAll(/`([^`]+)`/g)].map(([, pattern = '']) => ({ pattern, advice }));
  });
}

/** What is announced to somebody who comes from a version: all that is newer, and the newest, which may be in work still. */
export const announcementsSince = (notes: readonly ReleaseNotes[], version: string): readonly Announcement[] =>
  notes
    .filter((each, index) => index === 0 || isNewer(each.version, version))
    .flatMap(({ announcements }) => announcements);

/** The announcement of a change of a stack; undefined where nothing announces it. */
export const tryAnnouncement = (
  announcements: readonly Announcement[],
  stack: string,
  { address, type }: Pick<PlannedChange, 'address' | 'type'>,
): Announcement | undefined =>
  announcements.find(({ pattern }) => [address, type].some((name) => matchesWildcard(pattern, `${stack}/${name}`)));

/** By major, minor and patch; what stands behind them does not count. */
function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const index = a?.findIndex((number, place) => number !== b?.[place]) ?? -1;
  return index >= 0 && (a?.[index] ?? 0) > (b?.[index] ?? 0);
}
