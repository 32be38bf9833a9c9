import { audit } from '../../cli/audit/audit';
import type { SettingsSpec } from '../../schema/forms/settings';
import { type FakeAthenaOptions, fakeAthena } from './fake-athena';
import { writtenQueries } from './written-queries';
import { zoneOf } from './zone';

/** The day on which the command runs. */
const today = '2026-05-01';
/** What Athena answers unless a test says otherwise. */
export const row = { day: '2026-03-02', who: 'a "b", c', calls: 2, denied: false, region: null };

interface Run {
  readonly args: readonly string[];
  readonly athena?: Partial<FakeAthenaOptions>;
  readonly settings?: Partial<SettingsSpec>;
}

/** Runs the command to its end: what it wrote and reported, what Athena was asked, and which role was assumed. */
export async function runAudit({ args, athena: options, settings }: Run) {
  const { athena, asked } = fakeAthena({ run: () => [row], ...options });
  const seen = { written: '', reported: '', roles: [] as (string | undefined)[] };
  const code = audit(args, {
    zone: zoneOf({ settings, controls: [] }),
    queries: writtenQueries(),
    today,
    connect: (role) => {
      seen.roles.push(role);
      return athena;
    },
    wait: async () => undefined,
    write: (text) => {
      seen.written += text;
    },
    report: (text) => {
      seen.reported += text;
    },
  });
  const refused = await code.then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { ...seen, refused, asked };
}

/** The options of a question that makes sense. */
export const rootUse = ['--query', 'root-use', '--since', '2026-03-01'];
