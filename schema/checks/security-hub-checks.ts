import { ledgerFile } from '../forms/ledger';
import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';

const { rule } = rulesOf(settingsFile, 'services.securityHub');

/** Security Hub ends in two deployments: `security` is before `compliance`, whose policy has to be gone first. */
export function securityHubProblems({ settings, ledger }: ZoneSubject): readonly Problem[] {
  const { enabled } = settings.services.securityHub;
  if (settings.protection === 'off') return [];
  return rule(enabled !== false || ledger.securityHub?.enabled !== true, {
    field: 'enabled',
    value: enabled,
    rule: 'takes a deployment before it: AWS stops no central configuration that has policies, and the policy is in a later stack',
    fix: `write 'ending', deploy every stack, then write false. Where nothing is deployed yet, take securityHub out of ${ledgerFile}`,
  });
}
