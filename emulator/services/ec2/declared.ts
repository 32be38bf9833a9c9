import { isObject, type JsonObject, type JsonValue, tryParseObject } from '../../toolkit/json';
import type { World } from '../../world';

/** What declarative policies say of an account: values by attribute and member, in the words of EC2's API. */
export interface Declared {
  valueOf(attribute: string, member: string): string | undefined;
  readonly message: string | undefined;
}

/**
 * The attributes of EC2 that declarative policies set in an account: what is nearer to the account wins. Source: Organizations User
 * Guide, orgs_manage_policies_inheritance_mgmt, `@@assign`; locks for child policies are not read.
 */
export function declaredIn({ organization }: Pick<World, 'organization'>, account: string): Declared {
  const attributes = organization
    .lineage(account)
    .flatMap((node) => organization.attachedPolicies(node, 'DECLARATIVE_POLICY_EC2'))
    .flatMap(({ content }) => {
      const { ec2_attributes: found } = tryParseObject(content) ?? {};
      return isObject(found) ? [found] : [];
    });
  const first = (...path: readonly string[]): string | undefined =>
    attributes.map((each) => assigned(each, path)).find((value) => value !== undefined);
  return {
    valueOf: (attribute, member) => first(attribute, member)?.replaceAll('_', '-'),
    message: first('exception_message'),
  };
}

function assigned(attributes: JsonObject, path: readonly string[]): string | undefined {
  let value: JsonValue | undefined = attributes;
  for (const name of [...path, '@@assign']) value = isObject(value) ? value[name] : undefined;
  return value === undefined ? undefined : String(value);
}
