import { isObject, type JsonObject, type JsonValue } from '../../toolkit/json';

const childOperators = '@@operators_allowed_for_child_policies';
const members = ['tag_key', 'tag_value', 'enforced_for', 'report_required_tag_for', childOperators];

/**
 * Whether a document is a tag policy: keys that differ in more than case, each with how it is spelled, what it may say and where
 * that is enforced, all under inheritance operators. Source: Organizations User Guide, orgs_manage_policies_example-tag-policies.
 */
export function isTagPolicy(document: JsonObject): boolean {
  const { tags, ...others } = document;
  if (!isObject(tags) || Object.keys(others).length > 0) return false;
  const keys = Object.keys(tags).filter((key) => key !== childOperators);
  return (
    new Set(keys.map((key) => key.toLowerCase())).size === keys.length && keys.every((key) => isTag(key, tags[key]))
  );
}

function isTag(key: string, tag: JsonValue | undefined): boolean {
  if (!isObject(tag) || !Object.keys(tag).every((name) => members.includes(name))) return false;
  const spelled = isObject(tag.tag_key) ? tag.tag_key['@@assign'] : undefined;
  return (
    (spelled === undefined || (typeof spelled === 'string' && spelled.toLowerCase() === key.toLowerCase())) &&
    (tag.tag_value === undefined || isListOf(tag.tag_value, isValue)) &&
    (tag.enforced_for === undefined || isListOf(tag.enforced_for, isResourceType))
  );
}

const isListOf = (setting: JsonValue, is: (item: JsonValue) => boolean): boolean =>
  isObject(setting) &&
  Object.entries(setting).every(
    ([operator, list]) =>
      Array.isArray(list) &&
      (operator === childOperators || (['@@assign', '@@append', '@@remove'].includes(operator) && list.every(is))),
  );

/** At most one wildcard stands in a value. */
const isValue = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 256 && value.split('*').length <= 2;

const isResourceType = (type: unknown): boolean =>
  typeof type === 'string' && /^[a-z0-9-]+:(\*|[A-Za-z0-9-]+)$/.test(type);
