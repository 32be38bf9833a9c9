import { audit } from '../../cli/audit';
import { run } from '../../cli/audit/run';
import type { Ledger } from '../../schema/forms/ledger';
import type { SettingsSpec } from '../../schema/forms/settings';
import { type FakeAthenaOptions, fakeAthena } from './fake-athena';
import { runCli } from './run-cli';
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
  readonly ledger?: Ledger;
  /** Columns of the terminal. @default - there is none */
  readonly columns?: number;
}

/** Runs the command to its end: what it answered and said beside that, what Athena was asked, and which role was assumed. */
export async function runAudit({ args, athena: options, settings, ledger, columns }: Run) {
  const { athena, asked } = fakeAthena({ run: () => [row], ...options });
  const roles: (string | undefined)[] = [];
  const surroundings = {
    zone: zoneOf({ settings, ledger, controls: [] }),
    queries: writtenQueries(),
    connect: (role: string | undefined) => {
      roles.push(role);
      return athena;
    },
    wait: async () => undefined,
  };
  const command: typeof audit = {
    ...audit,
    run: (values, context) => run(values, { ...context, today }, surroundings),
  };
  const { code, stdout, stderr } = await runCli(command, args, { columns });
  return { code, written: stdout, reported: stderr, refused: code === 1 ? stderr : undefined, roles, asked };
}

/** The options of a question that makes sense. */
export const rootUse = ['--query', 'root-use', '--since', '2026-03-01'];
