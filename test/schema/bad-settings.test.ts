import { refuses } from '../support/bad-input';
import { sampleSettings } from '../support/zone';

const units = sampleSettings().organizationalUnits;

describe('the OU tree', () => {
  refuses([
    {
      title: 'an OU that stands in the tree twice',
      settings: { organizationalUnits: [...units, 'Sandbox'] },
      field: 'organizationalUnits[4]',
      value: 'Sandbox',
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    },
    {
      title: 'an OU without a name',
      settings: { organizationalUnits: [...units, 'Workloads//Test'] },
      field: 'organizationalUnits[4]',
      value: 'Workloads//Test',
      rule: '1 to 128 characters',
      fix: 'Parent/Child',
    },
    {
      title: 'an OU name that is longer than AWS takes',
      settings: { organizationalUnits: [...units, 'x'.repeat(129)] },
      field: 'organizationalUnits[4]',
      value: 'x'.repeat(129),
      rule: '1 to 128 characters',
      fix: 'Parent/Child',
    },
    {
      title: 'a sixth level of OUs',
      settings: { organizationalUnits: [...units, 'A/B/C/D/E/F'] },
      field: 'organizationalUnits[4]',
      value: 'A/B/C/D/E/F',
      rule: 'OUs nest at most 5 deep',
      fix: 'remove 1 level',
    },
    {
      title: 'a tree without a place for accounts that leave',
      settings: { organizationalUnits: units.slice(0, 3) },
      field: 'organizationalUnits',
      value: units.slice(0, 3),
      rule: "move to the OU 'Suspended'",
      fix: "add 'Suspended'",
    },
    {
      title: 'more OUs than an organization may have',
      settings: { organizationalUnits: [...units, ...Array.from({ length: 2000 }, (_, index) => `Team${index}`)] },
      field: 'organizationalUnits',
      value: '2006 OUs',
      rule: 'at most 2000 OUs',
      fix: 'merge',
    },
  ]);
});

describe('provider and logs', () => {
  refuses([
    {
      title: 'a provider version that is no constraint',
      settings: { awsProvider: 'latest' },
      field: 'awsProvider',
      value: 'latest',
      rule: 'must be a Terraform version constraint',
      fix: "write '5.100.0', or '~> 6.25' for v6 only",
    },
    {
      title: 'a provider version that nothing was tested with',
      settings: { awsProvider: '~> 4.67' },
      field: 'awsProvider',
      value: '~> 4.67',
      rule: '5.100.0 or 6.25.0',
      fix: "'~> 6.25' for v6 only",
    },
    {
      title: 'logs that are deleted before they are archived',
      settings: { logs: { retentionDays: 365, archiveAfterDays: 365 } },
      field: 'logs.archiveAfterDays',
      value: 365,
      rule: 'archived before they are deleted (after 365 days)',
      fix: 'raise logs.retentionDays',
    },
    {
      title: 'logs that are locked for longer than they are kept',
      settings: { logs: { retentionDays: 365, objectLock: { mode: 'GOVERNANCE', days: 366 } } },
      field: 'logs.objectLock.days',
      value: 366,
      rule: 'not locked for longer than it is kept (365 days)',
      fix: 'raise logs.retentionDays',
    },
    {
      title: 'a lock that nobody can undo in a landing zone that is torn down',
      settings: { protection: 'off', logs: { objectLock: { mode: 'COMPLIANCE', days: 90 } } },
      field: 'logs.objectLock.mode',
      value: 'COMPLIANCE',
      rule: 'a teardown would stop half-way',
      fix: "use 'GOVERNANCE'",
    },
  ]);
});
