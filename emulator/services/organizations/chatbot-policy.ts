import { isObject, type JsonObject, type JsonValue } from '../../toolkit/json';

const operator = /^@@/;

/** What each platform may say beside whether its client works. */
const platforms: Readonly<Record<string, readonly string[]>> = {
  slack: ['workspaces', 'default', 'overrides'],
  microsoft_teams: ['tenants', 'default', 'overrides'],
  chime: [],
};

/**
 * Whether a document is a chat applications policy: platforms that exist, each with members that it has, and clients that are on or off. Source:
 * Organizations User Guide, orgs_manage_policies_chatbot_syntax.
 */
export function isChatbotPolicy(document: JsonObject): boolean {
  const { chatbot, ...others } = document;
  if (!isObject(chatbot) || Object.keys(others).length > 0) return false;
  return Object.entries(chatbot).every(([name, value]) => {
    if (operator.test(name)) return true;
    if (name === 'default') return isObject(value) && isClient(value.client);
    return name === 'platforms' && isObject(value) && Object.entries(value).every(isPlatform);
  });
}

/** In an example of AWS the default stands among the platforms. */
const isPlatform = ([name, value]: readonly [string, JsonValue | undefined]): boolean => {
  if (operator.test(name)) return true;
  const members = name === 'default' ? [] : Object.hasOwn(platforms, name) ? platforms[name] : undefined;
  if (members === undefined || !isObject(value)) return false;
  return Object.entries(value).every(([member, setting]) =>
    member === 'client' ? isClient(setting) : operator.test(member) || (members.includes(member) && isObject(setting)),
  );
};

const isClient = (setting: JsonValue | undefined): boolean =>
  isObject(setting) &&
  Object.entries(setting).every(
    ([name, value]) => name === '@@operators_allowed_for_child_policies' || (name === '@@assign' && isState(value)),
  );

const isState = (value: JsonValue | undefined): boolean => value === 'enabled' || value === 'disabled';
