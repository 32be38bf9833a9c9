import { admits, supportedAwsProviders, testedAwsProvider } from '../facts/provider-constraint';
import { type Settings, settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { treeProblems } from './organizational-unit-checks';
import { regionChecks } from './region-checks';
import { rulesOf } from './rule';
import { tagKeyProblems } from './tag-key-checks';

const { rule } = rulesOf(settingsFile);

/** Rules of the settings by themselves: regions, OU tree, provider, logs, tags. */
export const settingsChecks: readonly ((settings: Settings) => readonly Problem[])[] = [
  ...regionChecks,
  treeProblems,
  ({ awsProvider }) => providerProblems(awsProvider),
  ({ logs: { archiveAfterDays, retentionDays } }) =>
    rule(archiveAfterDays < retentionDays, {
      field: 'logs.archiveAfterDays',
      value: archiveAfterDays,
      rule: `logs are archived before they are deleted (after ${retentionDays} days)`,
      fix: 'lower it, or raise logs.retentionDays',
    }),
  ({ logs: { objectLock, retentionDays } }) =>
    rule(objectLock === undefined || objectLock.days <= retentionDays, {
      field: 'logs.objectLock.days',
      value: objectLock?.days,
      rule: `a log is not locked for longer than it is kept (${retentionDays} days)`,
      fix: 'lower it, or raise logs.retentionDays',
    }),
  ({ logs: { objectLock }, protection }) =>
    rule(objectLock?.mode !== 'COMPLIANCE' || protection === 'on', {
      field: 'logs.objectLock.mode',
      value: objectLock?.mode,
      rule: 'logs under a COMPLIANCE lock cannot be destroyed, so a teardown would stop half-way',
      fix: "use 'GOVERNANCE', or set protection: 'on'",
    }),
  ({ tags }) => tagKeyProblems(settingsFile, tags),
];

function providerProblems(constraint: string): readonly Problem[] {
  const admitted = supportedAwsProviders.map((version) => admits(constraint, version));
  return rule(admitted.includes(true), {
    field: 'awsProvider',
    value: constraint,
    rule: admitted.includes(undefined)
      ? 'must be a Terraform version constraint'
      : `must admit a provider that the landing zone is tested with (${supportedAwsProviders.join(' or ')})`,
    fix: `write '${testedAwsProvider}', or '~> 6.25' for v6 only`,
  });
}
