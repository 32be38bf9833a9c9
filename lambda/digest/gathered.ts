import type { Finding } from './finding';
import { digestSeverities } from './request';

/** What was found of one kind in one account, of one severity. */
export interface Group {
  readonly severity: Finding['severity'];
  readonly kind: string;
  readonly account: string;
  count: number;
  /** What it says, and how often. No more than are ever shown. */
  readonly titles: Map<string, number>;
}

/** More than a mail shows of one group: what repeats itself is counted once, and memory stays bounded. */
const mostTitles = 200;

/** Findings as they come, counted by severity, kind and account, each event once. */
export class Gathered {
  count = 0;
  first: string | undefined;
  last: string | undefined;
  private readonly seen = new Set<string>();
  private readonly byKey = new Map<string, Group>();

  add(finding: Finding): void {
    if (!this.hasSeen(finding.id)) this.tally(finding);
  }

  /** The worst first, then by kind, and the account with most of it. */
  get groups(): readonly Group[] {
    const rank = ({ severity }: Group): number => digestSeverities.indexOf(severity);
    return [...this.byKey.values()].sort(
      (a, b) =>
        rank(a) - rank(b) ||
        a.kind.localeCompare(b.kind, 'en') ||
        b.count - a.count ||
        a.account.localeCompare(b.account, 'en'),
    );
  }

  /** EventBridge delivers at least once, and two rules may match one event. */
  private hasSeen(id: string): boolean {
    if (id !== '' && this.seen.has(id)) return true;
    this.seen.add(id);
    return false;
  }

  private tally({ severity, kind, account, title, time }: Finding): void {
    this.count += 1;
    if (time !== '') {
      if (this.first === undefined || time < this.first) this.first = time;
      if (this.last === undefined || time > this.last) this.last = time;
    }
    const key = JSON.stringify([severity, kind, account]);
    const group = this.byKey.get(key) ?? { severity, kind, account, count: 0, titles: new Map<string, number>() };
    this.byKey.set(key, group);
    group.count += 1;
    const times = group.titles.get(title);
    if (times !== undefined || group.titles.size < mostTitles) group.titles.set(title, (times ?? 0) + 1);
  }
}
