import type { BackupPolicy } from '../../schema/forms/unit-policies';
import type { LandingZone } from '../../schema/landing-zone';
import { digestOf } from '../../schema/text';

/**
 * A backup policy: one plan, which each account of its place runs. `$account` stands for that account. Numbers are text, as in AWS's
 * examples. Syntax: Organizations User Guide, orgs_manage_policies_backup_syntax.
 */
export function backupPolicyContent({ regions }: LandingZone, { name, select, ...policy }: BackupPolicy): string {
  const plan = {
    regions: assign(policy.regions ?? regions),
    rules: Object.fromEntries(policy.rules.map((rule) => [rule.name, ruleOf(rule)])),
    selections: {
      tags: Object.fromEntries(
        Object.entries(select.tags).map(([key, values]) => [
          selectionName(key),
          {
            iam_role_arn: assign(`arn:aws:iam::$account:role/${select.role}`),
            tag_key: assign(key),
            tag_value: assign(values),
          },
        ]),
      ),
    },
  };
  return JSON.stringify({ plans: { [name]: plan } });
}

/** Source: botocore 1.43, backup: `BackupSelectionName`. */
const selectionName = (key: string): string => (/^[\w.-]{1,50}$/.test(key) ? key : `tag-${digestOf(key)}`);

const assign = <T>(value: T) => ({ '@@assign': value });

/** What is not said is left to AWS Backup. */
function ruleOf(rule: BackupPolicy['rules'][number]) {
  const { schedule, vault, startWithinMinutes, completeWithinMinutes, coldStorageAfterDays, deleteAfterDays } = rule;
  const number = (key: string, value: number | undefined) =>
    value === undefined ? {} : { [key]: assign(String(value)) };
  const lifecycle = {
    ...number('move_to_cold_storage_after_days', coldStorageAfterDays),
    ...number('delete_after_days', deleteAfterDays),
  };
  return {
    schedule_expression: assign(schedule),
    ...number('start_backup_window_minutes', startWithinMinutes),
    ...number('complete_backup_window_minutes', completeWithinMinutes),
    ...(Object.keys(lifecycle).length > 0 && { lifecycle }),
    target_backup_vault_name: assign(vault),
  };
}
