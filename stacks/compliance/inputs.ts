import { settingsFile } from '../../schema/forms/settings';
import type { Input } from '../kernel/measuring/input';

/** The settings that packs and jobs are made from. */
export const complianceInputs: readonly Input[] = [
  {
    of: /^aws_config_organization_conformance_pack\./,
    file: settingsFile,
    field: 'controls',
    fix: 'turn controls off, or make their rules smaller',
  },
  { of: /^aws_macie2_/, file: settingsFile, field: 'services.macie.jobs', fix: 'choose a shorter name' },
];
