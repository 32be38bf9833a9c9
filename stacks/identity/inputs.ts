import { settingsFile } from '../../schema/forms/settings';
import type { Input } from '../kernel/measuring/input';

/** The settings that the roles of runs are made from. */
export const identityInputs: readonly Input[] = [
  { of: /^aws_iam_/, file: settingsFile, field: 'identity', fix: 'trust fewer issuers, or choose shorter names' },
];
