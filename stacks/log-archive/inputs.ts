import { settingsFile } from '../../schema/forms/settings';
import type { Account } from '../../schema/landing-zone';
import type { Input } from '../kernel/measuring/input';

/** What the log buckets are made from: the settings, and of prompts each account that archives them. */
export const logArchiveInputs = (accounts: readonly Account[]): readonly Input[] => [
  {
    of: /^aws_s3_bucket_lifecycle_configuration\.prompts/,
    file: accounts.find(({ ai }) => ai?.bedrock?.invocationLogging.archive)?.file ?? settingsFile,
    field: 'ai.bedrock.invocationLogging.archive',
    fix: 'archive the prompts of fewer accounts: each has a rule of its own',
  },
  { of: /^aws_(s3|kms)_/, file: settingsFile, field: 'logs', fix: 'write less in logs' },
];
