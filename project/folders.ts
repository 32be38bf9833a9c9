/** What a folder of the project takes, in the words of its problems. */
export interface Folder {
  /** Relative to the project: `accounts`. */
  readonly path: string;
  /** What one file of it is: `an account`. */
  readonly holds: string;
  readonly extension: '.ts' | '.sql';
  /** Whether its files stand in folders below it, `controls/<service>/<id>.ts`, instead of in the folder itself. */
  readonly grouped: boolean;
  /** How a file of it ends that exports what it should. @default - it is text, and exports nothing */
  readonly form?: string;
  /** Files, and folders with a slash behind them, that are no such thing and belong here. */
  readonly others: readonly string[];
}

const readMe = 'README.md';

/** The controls of whoever uses the project: no release adds to them, and no page of `docs/` shows them. */
export const ownControls = 'controls/own/';

/** Events of CloudTrail that were written for the audit queries; no account ever had them. */
export const sampleEvents = 'queries/sample';

/** Every folder that people write in. */
export const folders = {
  accounts: {
    path: 'accounts',
    holds: 'an account',
    extension: '.ts',
    grouped: false,
    form: 'export default defineAccount({ … })',
    // What `landing-zone cost` expects of a month: schema/forms/usage.ts.
    others: [readMe, 'landing-zone.usage.ts'],
  },
  models: {
    path: 'models',
    holds: 'a model card',
    extension: '.ts',
    grouped: false,
    form: 'export default defineModelCard({ … })',
    others: [readMe],
  },
  controls: {
    path: 'controls',
    holds: 'a control',
    extension: '.ts',
    grouped: true,
    form: 'export default defineControl({ … })',
    others: [readMe, 'where.ts', 'shared/', 'retired.json'],
  },
  queries: { path: 'queries', holds: 'an audit query', extension: '.sql', grouped: false, others: [readMe, 'sample/'] },
} as const satisfies Record<string, Folder>;
