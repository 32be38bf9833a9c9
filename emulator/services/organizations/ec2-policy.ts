import { isObject, type JsonObject, type JsonValue } from '../../toolkit/json';

const childOperators = '@@operators_allowed_for_child_policies';

/** Members of the attributes that are checked, each with what it may say; the others pass as they are. */
const attributes: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  image_block_public_access: { state: /^(unblocked|block_new_sharing)$/ },
  snapshot_block_public_access: { state: /^(unblocked|block_new_sharing|block_all_sharing)$/ },
  serial_console_access: { status: /^(enabled|disabled)$/ },
  instance_metadata_defaults: {
    http_tokens: /^(no_preference|required|optional)$/,
    http_put_response_hop_limit: /^(-1|[1-9]|[1-5]\d|6[0-4])$/,
    http_endpoint: /^(no_preference|enabled|disabled)$/,
    instance_metadata_tags: /^(no_preference|enabled|disabled)$/,
  },
};

const unchecked = ['vpc_block_public_access', 'allowed_images_settings'];

/**
 * Whether a document is a declarative policy for EC2: attributes that exist, with values that they take. Source: Organizations User Guide,
 * orgs_manage_policies_declarative_syntax.
 */
export function isEc2Policy(document: JsonObject): boolean {
  const { ec2_attributes: given, ...others } = document;
  if (!isObject(given) || Object.keys(others).length > 0) return false;
  return Object.entries(given).every(([name, value]) => {
    if (name === childOperators || unchecked.includes(name)) return true;
    if (name === 'exception_message') return isAssigned(value, /^.+$/s);
    const members = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    return members !== undefined && isObject(value) && areMembers(value, members);
  });
}

const areMembers = (value: JsonObject, members: Readonly<Record<string, RegExp>>): boolean =>
  Object.entries(value).every(([name, setting]) => {
    const values = Object.hasOwn(members, name) ? members[name] : undefined;
    return name === childOperators || (values !== undefined && isAssigned(setting, values));
  });

const isAssigned = (setting: JsonValue | undefined, values: RegExp): boolean =>
  isObject(setting) &&
  Object.entries(setting).every(
    ([operator, value]) => operator === childOperators || (operator === '@@assign' && values.test(String(value))),
  );
