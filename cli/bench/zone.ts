import { folders } from '../../project/folders';
import { readFolder } from '../../project/read-folder';
import type { AccountSpec } from '../../schema/forms/account';
import type { SettingsSpec } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import { resolveLandingZone } from '../../schema/resolve';

const units = ['Security', 'Workloads/MachineLearning', 'Sandbox', 'Suspended'];

export interface ZoneOptions {
  /** Gives each account a tag that no other has, so that none is written as a copy of another. @default false */
  readonly distinct?: boolean;
}

/** A landing zone of so many accounts in three regions, the three that each has among them. */
export function zoneOfSize(accounts: number, { distinct = false }: ZoneOptions = {}): LandingZone {
  const settings: SettingsSpec = {
    name: 'bench',
    homeRegion: 'eu-central-1',
    regions: ['eu-central-1', 'eu-west-1', 'us-east-1'],
    organizationalUnits: units,
    organization: { accountQuota: accounts },
    services: { notifications: { emails: ['security@example.com'] } },
  };
  const account = (name: string, more: Partial<AccountSpec>): AccountSpec => ({
    name,
    email: `aws+${name}@example.com`,
    owner: 'bench',
    ...more,
  });
  const specs = [
    account('management', { role: 'management', id: '111122223333' }),
    account('log-archive', { role: 'log-archive', ou: 'Security' }),
    account('security', { role: 'security', ou: 'Security' }),
    ...Array.from({ length: accounts - 3 }, (_, index) =>
      account(`workload-${index}`, {
        ou: 'Workloads/MachineLearning',
        ...(distinct && { tags: { [`team-${index}`]: 'yes' } }),
      }),
    ),
  ];
  const files = specs.map((value) => ({ file: `accounts/${value.name}.ts`, value }));
  return resolveLandingZone({
    settings: { file: 'accounts/landing-zone.ts', value: settings },
    accounts: files,
    controls: readFolder(folders.controls).files,
    auditQueries: readFolder(folders.queries).files,
  });
}
