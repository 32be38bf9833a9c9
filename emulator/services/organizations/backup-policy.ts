import { isObject, type JsonObject, type JsonValue } from '../../toolkit/json';

/**
 * Whether a document is a backup policy: plans, each with the regions, rules and selections that it may have, all under inheritance
 * operators. A policy of a child may have parts only; where it has them, they are whole. Source: Organizations User Guide,
 * orgs_manage_policies_backup_syntax.
 */
export function isBackupPolicy(document: JsonObject): boolean {
  const { plans, ...others } = document;
  return Object.keys(others).length === 0 && everyMember(plans, isPlan);
}

const isPlan = (plan: JsonObject): boolean =>
  hasOnly(plan, ['regions', 'rules', 'selections', 'advanced_backup_settings', 'backup_plan_tags', 'scan_settings']) &&
  isAssigned(plan.regions, isTexts) &&
  (plan.rules === undefined || everyMember(plan.rules, isRule)) &&
  (plan.selections === undefined || areSelections(plan.selections));

const isRule = (rule: JsonObject): boolean =>
  hasOnly(rule, [
    'schedule_expression',
    'schedule_expression_timezone',
    'start_backup_window_minutes',
    'complete_backup_window_minutes',
    'enable_continuous_backup',
    'target_backup_vault_name',
    'target_logically_air_gapped_backup_vault_arn',
    'index_actions',
    'copy_actions',
    'recovery_point_tags',
    'lifecycle',
    'scan_actions',
  ]) &&
  isAssigned(rule.schedule_expression, isText) &&
  isAssigned(rule.start_backup_window_minutes, isNumber) &&
  isAssigned(rule.complete_backup_window_minutes, isNumber) &&
  isAssigned(rule.target_backup_vault_name, (name) => /^[a-zA-Z0-9_-]{2,50}$/.test(String(name))) &&
  (rule.lifecycle === undefined || isLifecycle(rule.lifecycle));

/** "Backups transitioned to cold storage must be stored in cold storage for a minimum of 90 days." */
function isLifecycle(lifecycle: JsonValue): boolean {
  if (!isObject(lifecycle)) return false;
  const { move_to_cold_storage_after_days: cold, delete_after_days: gone } = lifecycle;
  if (!isAssigned(cold, isNumber) || !isAssigned(gone, isNumber)) return false;
  const days = (setting: JsonValue | undefined) => (isObject(setting) ? Number(setting['@@assign']) : undefined);
  const [moved, deleted] = [days(cold), days(gone)];
  return moved === undefined || deleted === undefined || deleted >= moved + 90;
}

const areSelections = (selections: JsonValue): boolean =>
  isObject(selections) &&
  hasOnly(selections, ['tags', 'resources']) &&
  (selections.tags === undefined || everyMember(selections.tags, isTagSelection));

const isTagSelection = (selection: JsonObject): boolean =>
  hasOnly(selection, ['iam_role_arn', 'tag_key', 'tag_value', 'conditions']) &&
  isAssigned(selection.iam_role_arn, (arn) => /^arn:[\w-]+:iam::(\$account|\d{12}):role\/.+$/.test(String(arn))) &&
  isAssigned(selection.tag_key, isText) &&
  isAssigned(selection.tag_value, isTexts);

/** A member that is not there, or whose value is set by an operator. */
const isAssigned = (setting: JsonValue | undefined, is: (value: JsonValue | undefined) => boolean): boolean =>
  setting === undefined ||
  (isObject(setting) &&
    Object.entries(setting).every(
      ([operator, value]) => operator.startsWith('@@') && (operator !== '@@assign' || is(value)),
    ));

const everyMember = (members: JsonValue | undefined, is: (member: JsonObject) => boolean): boolean =>
  isObject(members) &&
  Object.entries(members).every(([key, member]) => key.startsWith('@@') || (isObject(member) && is(member)));

const hasOnly = (object: JsonObject, names: readonly string[]): boolean =>
  Object.keys(object).every((name) => name.startsWith('@@') || names.includes(name));

const isText = (value: JsonValue | undefined): boolean => typeof value === 'string' && value !== '';

const isTexts = (value: JsonValue | undefined): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isText);

/** AWS's examples write numbers as text. */
const isNumber = (value: JsonValue | undefined): boolean => /^\d+$/.test(String(value));
