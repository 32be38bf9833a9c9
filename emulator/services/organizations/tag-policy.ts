import type { Json } from '../../toolkit/untyped';

const MEMBERS = ['tag_key', 'tag_value', 'enforced_for', 'report_required_tag_for'];
const CHILD_OPERATORS = '@@operators_allowed_for_child_policies';

/**
 * Whether a document is a tag policy: keys that differ in more than case, each with how it is spelled, what it may say and where
 * that is enforced, all under inheritance operators. Source: Organizations User Guide, orgs_manage_policies_example-tag-policies.
 */
export function isTagPolicy(document: Json): boolean {
  const { tags, ...others } = document;
  if (!isObject(tags) || Object.keys(others).length > 0) return false;
  const keys = Object.keys(tags).filter((key) => key !== CHILD_OPERATORS);
  return (
    new Set(keys.map((key) => key.toLowerCase())).size === keys.length && keys.every((key) => isTag(key, tags[key]))
  );
}

function isTag(key: string, tag: Json): boolean {
  if (!isObject(tag) || !Object.keys(tag).every((name) => MEMBERS.includes(name) || name === CHILD_OPERATORS))
    return false;
  const spelled = tag.tag_key?.['@@assign'];
  if (spelled !== undefined && (typeof spelled !== 'string' || spelled.toLowerCase() !== key.toLowerCase()))
    return false;
  return (
    (tag.tag_value === undefined || isListOf(tag.tag_value, isValue)) &&
    (tag.enforced_for === undefined || isListOf(tag.enforced_for, isResourceType))
  );
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOf = (setting: Json, is: (item: unknown) => boolean): boolean =>
  isObject(setting) &&
  Object.entries(setting).every(([operator, list]) =>
    ['@@assign', '@@append', '@@remove', CHILD_OPERATORS].includes(operator)
      ? Array.isArray(list) && (operator === CHILD_OPERATORS || list.every(is))
      : false,
  );

/** At most one wildcard stands in a value. */
const isValue = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 256 && value.split('*').length <= 2;

const isResourceType = (type: unknown): boolean =>
  typeof type === 'string' && /^[a-z0-9-]+:(\*|[A-Za-z0-9-]+)$/.test(type);
