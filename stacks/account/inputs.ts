import { settingsFile } from '../../schema/forms/settings';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Input } from '../kernel/measuring/input';

/** What the baseline of an account is made from: controls that repair, and settings. */
export const accountInputs = ({ controls }: LandingZone, account: Account): readonly Input[] => [
  { of: /^aws_(budgets|ce)_/, file: account.file, field: 'budget', fix: 'choose shorter names, or fewer addresses' },
  {
    of: /^aws_iam_role\.exempt-role-/,
    file: settingsFile,
    field: 'madeRoles',
    fix: 'let fewer assume the role, or let them by one permission set',
  },
  {
    // Before the controls: a trail of every account selects what the settings say.
    of: /^aws_cloudtrail\./,
    file: settingsFile,
    field: 'services.cloudTrail',
    fix: 'record less',
  },
  ...controls.map(
    ({ id, file }): Input => ({
      of: new RegExp(`^\\w+\\.remediation-${id}(-policy|-document\\S*)?$`),
      file,
      field: 'respond',
      fix: 'repair less, or choose a shorter id',
    }),
  ),
];
