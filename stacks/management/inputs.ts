import { settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import type { Input } from '../kernel/measuring/input';

/** The settings and account files that the resources of the management stack are made from. */
export const managementInputs = ({ accounts, tagPolicies, backupPolicies, ai }: LandingZone): readonly Input[] => [
  ...accounts.map(
    ({ key, file }): Input => ({
      of: new RegExp(`^aws_organizations_account\\.account-${key}$`),
      file,
      field: 'name',
      fix: 'choose a shorter one',
    }),
  ),
  {
    of: /^aws_organizations_organizational_unit\./,
    file: settingsFile,
    field: 'organizationalUnits',
    fix: 'choose a shorter name',
  },
  ...tagPolicies.map(
    ({ name }, index): Input => ({
      of: new RegExp(`^aws_organizations_policy\\.tags-${name}$`),
      file: settingsFile,
      field: `tagPolicies[${index}].values`,
      fix: 'remove values, or leave the list of a key empty to admit any',
    }),
  ),
  ...backupPolicies.map(
    ({ name }, index): Input => ({
      of: new RegExp(`^aws_organizations_policy\\.backup-${name}$`),
      file: settingsFile,
      field: `backupPolicies[${index}]`,
      fix: 'write several policies, each with some of the rules or tags',
    }),
  ),
  ...ai.organizationGuardrails.map(
    ({ name }, index): Input => ({
      of: new RegExp(`(^aws_organizations_policy\\.bedrock|\\.guardrail)-${name}(-|$)`),
      file: settingsFile,
      field: `ai.organizationGuardrails[${index}]`,
      fix: 'choose a shorter name, or name fewer regions or models',
    }),
  ),
  { of: /guardrail/, file: settingsFile, field: 'ai.organizationGuardrails', fix: 'write fewer' },
  {
    of: /^aws_organizations_policy\.tags$/,
    file: settingsFile,
    field: 'tagPolicy.values',
    fix: 'remove values, or leave the list of a key empty to admit any',
  },
  {
    of: /^aws_organizations_policy\./,
    file: settingsFile,
    field: 'controls',
    fix: 'give controls a narrower where, or leave policies out by a mode in controls',
  },
];
