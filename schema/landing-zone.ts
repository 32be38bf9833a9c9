import type { InFile } from './checks/subject';
import type { ParsedAccount } from './forms/account';
import type { AuditQuery } from './forms/audit-query';
import type { ParsedControl, Where } from './forms/control';
import type { Ledger } from './forms/ledger';
import type { ParsedModelCard } from './forms/model-card';
import type { Settings } from './forms/settings';

/*
 * What a person writes has three stages, and a name for each: `SettingsSpec`, `AccountSpec`, `ControlSpec`, `ModelCardSpec` are the
 * file as written; `Settings`, `ParsedAccount` and so on are what its form yields, with every default filled in; `LandingZone`,
 * `Account` and so on are the whole, checked against each other, completed and frozen.
 */

/** One AWS account, checked. */
export interface Account
  extends InFile<Omit<ParsedAccount, 'origin' | 'regions' | 'formerly' | 'dataCatalogs' | 'defaultVpcs'>> {
  /** What its stacks, states and addresses are called by: the name that it had first. */
  readonly key: string;
  readonly origin: 'management' | 'vended' | 'adopted' | 'external';
  readonly dataCatalogs: Settings['dataCatalogs'];
  readonly defaultVpcs: Settings['defaultVpcs'];
  /** Governed regions of the account, the home region first. */
  readonly regions: readonly string[];
}

/** One control, checked, with how far it goes. */
export interface Control extends InFile<Omit<ParsedControl, 'where' | 'mode' | 'reason'>> {
  readonly where: Where;
  /** The folder that it is in: `bedrock`. */
  readonly service: string;
  readonly mode: 'on' | 'detect' | 'off';
  /** Why it is not fully on, where it is not. */
  readonly reason?: string;
}

/** One model card, checked. */
export type ModelCard = InFile<ParsedModelCard>;

/** The landing zone, checked and frozen: whoever holds one may trust every field. */
export interface LandingZone extends Omit<Settings, 'controls' | 'organizationalUnits'> {
  /** The home region first. */
  readonly regions: readonly string[];
  /** Every OU of the tree, parents before children. */
  readonly organizationalUnits: readonly string[];
  /** The key of each OU by its path: what its addresses are called by, the path that it had first. */
  readonly unitKeys: Readonly<Record<string, string>>;
  /** The id of each OU that exists in AWS already, by its path. */
  readonly adoptedUnits: Readonly<Record<string, string>>;
  /** Every account that has a file, in the order of their names. */
  readonly accounts: readonly Account[];
  /** Accounts that have a stack: all but the closing ones. */
  readonly activeAccounts: readonly Account[];
  readonly managementAccount: Account;
  /** The security account, where no account has the role. */
  readonly logArchiveAccount: Account;
  readonly securityAccount: Account;
  /** The catalog in the order of its ids, those that are off among them. */
  readonly controls: readonly Control[];
  /** In the order of their names. */
  readonly modelCards: readonly ModelCard[];
  /** Questions to the trails, in the order of their names. */
  readonly auditQueries: readonly AuditQuery[];
  /** What exists already and must not vanish. */
  readonly ledger: Ledger;
  /** Version of the release that it was read by. @default - unknown */
  readonly release?: string;
}
