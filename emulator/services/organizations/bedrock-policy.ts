import { isObject, type JsonObject, type JsonValue } from '../../toolkit/json';

const childOperators = '@@operators_allowed_for_child_policies';

/** A model as an exception names it. Source: botocore's model bedrock/2023-04-20, `ModelEnforcement`. */
const model = /^([a-z0-9-]{1,63}[.][a-z0-9-]{1,63})(:[a-z0-9-]{1,63}){0,2}(\/[a-z0-9]{12})?$/;

const guarding = /^(selective|comprehensive)$/;

/**
 * Whether a document is a Bedrock policy: for each region the numbered version of a guardrail that the management account has in that
 * region. AWS does not say that it looks whether the guardrail is there. Source: Organizations User Guide,
 * orgs_manage_policies_bedrock_syntax.
 */
export function isBedrockPolicy(document: JsonObject, managementAccount: string): boolean {
  const { bedrock, ...others } = document;
  if (!isObject(bedrock) || Object.keys(others).length > 0) return false;
  return areMembers(bedrock, {
    guardrail_inference: (regions) =>
      Object.entries(regions).every(([region, value]) => region === childOperators || isRegion(value, region)),
  });

  function isRegion(value: JsonValue | undefined, region: string): boolean {
    const owned = new RegExp(
      `^arn:aws(-[^:]+)?:bedrock:${region}:${managementAccount}:guardrail/[a-z0-9]+:[1-9][0-9]{0,7}$`,
    );
    return (
      isObject(value) &&
      areMembers(value, {
        config_1: (configuration) =>
          Object.hasOwn(configuration, 'identifier') && areMembers(configuration, membersWith(owned)),
      })
    );
  }
}

type Members = Readonly<Record<string, (value: JsonObject) => boolean>>;

/** What a configuration may say. `input_tags` is what it said before the other two came. */
const membersWith = (owned: RegExp): Members => ({
  identifier: isAssigned(owned),
  input_tags: isAssigned(/^(honor|ignore)$/),
  selective_content_guarding: (value) =>
    areMembers(value, { system: isAssigned(guarding), messages: isAssigned(guarding) }),
  model_enforcement: (value) =>
    areMembers(value, {
      included_models: isAssigned(new RegExp(`^ALL$|${model.source}`), 1),
      excluded_models: isAssigned(model, 0),
    }),
});

const areMembers = (value: JsonObject, members: Members): boolean =>
  Object.entries(value).every(([name, member]) => {
    if (name === childOperators) return true;
    const fits = Object.hasOwn(members, name) ? members[name] : undefined;
    return fits !== undefined && isObject(member) && fits(member);
  });

/** One text that fits, or a list with at least so many. */
const isAssigned =
  (pattern: RegExp, fewest?: number) =>
  (setting: JsonObject): boolean =>
    Object.entries(setting).every(([operator, value]) => {
      if (operator === childOperators) return true;
      if (operator !== '@@assign') return false;
      const texts = fewest === undefined ? [value] : Array.isArray(value) ? value : [];
      const enough = fewest === undefined || (Array.isArray(value) && value.length >= fewest);
      return enough && texts.every((text) => typeof text === 'string' && pattern.test(text));
    });
