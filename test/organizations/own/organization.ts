import type { AccountSpec } from '../../../schema/forms/account';
import type { SettingsSpec } from '../../../schema/forms/settings';

/** The fields of one file of `accounts/`, checked or not. */
type Fields = Readonly<Record<string, unknown>>;

/** A landing zone that somebody makes of the sample: as it was first written, what was said of it, and as it is right. */
export interface Organization {
  readonly settings: SettingsSpec;
  readonly accounts: readonly AccountSpec[];
  readonly firstTry: {
    /** What stood in the settings instead. */
    readonly settings: Fields;
    /** What stood in the files of accounts instead, by their names. @default - the right ones */
    readonly accounts?: Readonly<Record<string, Fields>>;
  };
  /** File and field of every problem of the first try. */
  readonly said: readonly string[];
}

/** The management account, and a log archive and a security account in an OU. */
export const coreAccounts = (domain: string, ou: string, logs = ou): readonly AccountSpec[] => [
  { name: 'management', email: `aws@${domain}`, role: 'management', id: '444455556666', owner: 'cloud' },
  { name: 'log-archive', email: `aws+logs@${domain}`, role: 'log-archive', ou: logs, owner: 'security' },
  { name: 'security', email: `aws+security@${domain}`, role: 'security', ou, owner: 'security' },
];

/** What the settings of the sample say of places, which nobody thinks of when they write their own tree. */
export const samplePlaces = {
  aiAccounts: { organizationalUnits: ['Workloads', 'Sandbox'] },
  workloads: { organizationalUnits: ['Workloads'] },
  securityAccounts: { organizationalUnits: ['Security'] },
  suspended: { organizationalUnits: ['Suspended'] },
};

/** All that is said of those places, once. */
export const saidOfSamplePlaces = 'accounts/landing-zone.ts places';

/** What is said of the model cards of the sample, which are still there at the first try. */
export const saidOfSampleCards = ['models/triage-classifier.ts account', 'models/triage-monitor.ts account'];
