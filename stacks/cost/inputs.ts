import { settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import type { Input } from '../kernel/measuring/input';

/** What budgets are made from: the files of accounts, and settings. */
export const costInputs = ({ activeAccounts, costs }: LandingZone): readonly Input[] => [
  ...activeAccounts.map(
    ({ name, file, ai }): Input => ({
      of: new RegExp(`^aws_(budgets|ce)_\\w+\\.account-${name}(_|-anomalies-|$)`),
      file,
      field: ai ? 'ai.budget' : 'budget',
      fix: 'choose shorter names of services, or fewer addresses',
    }),
  ),
  ...costs.budgets.map(
    ({ name }, index): Input => ({
      of: new RegExp(`^aws_budgets_budget\\.costs-${name}(_|$)`),
      file: settingsFile,
      field: `costs.budgets[${index}]`,
      fix: 'choose a shorter name, or shorter names of services',
    }),
  ),
];
