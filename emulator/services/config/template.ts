import type {
  ConfigRule,
  ConformancePackInputParameter,
  RemediationConfiguration,
} from '@aws-sdk/client-config-service';
import type { Scope } from '../../toolkit/call';
import { type AwsError, notImplemented } from '../../toolkit/errors';
import { isObject, type JsonObject, type JsonValue, tryParseObject } from '../../toolkit/json';
import type { Shape } from './api';

const maxRules = 130;

const ruleType = 'AWS::Config::ConfigRule';
const remediationType = 'AWS::Config::RemediationConfiguration';

/** A conformance pack template that AWS Config accepted. */
export interface Template {
  /** The rules and remediations as one account and region gets them, with all references resolved. */
  forScope(scope: Scope): {
    readonly rules: readonly Shape<ConfigRule>[];
    readonly remediations: readonly Shape<RemediationConfiguration>[];
  };
}

/** A resource of a template, of a type that a pack can hold. */
interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
}

type Invalid = (message: string) => AwsError;

/** Reads a template written in JSON and refuses what AWS Config refuses, with the given error. */
export function readTemplate(
  body: string,
  inputs: readonly Shape<ConformancePackInputParameter>[],
  invalid: Invalid,
): Template {
  const template = tryParseObject(body);
  if (template === undefined) throw notRead('YAML');
  const { Parameters, Resources, Conditions, Mappings, Transform } = template;
  if (Conditions ?? Mappings ?? Transform) throw notRead('this section');
  const resources = members(Resources).map(([id, resource]) => readResource(id, resource, invalid));
  if (resources.length === 0) throw invalid('At least one Resources member must be defined.');
  const rules = resources.filter(({ type }) => type === ruleType);
  if (rules.length > maxRules) throw invalid(`A conformance pack has at most ${maxRules} rules: ${rules.length}.`);

  const values = valuesOf(members(Parameters), inputs, invalid);
  for (const { id, properties } of rules) values.set(id, String(properties.ConfigRuleName));
  const forScope: Template['forScope'] = (scope) => {
    const known = new Map([...values, ...pseudoParameters(scope)]);
    const resolved = (ofType: string): JsonObject[] =>
      resources.filter(({ type }) => type === ofType).map(({ properties }) => resolveAll(properties, known, invalid));
    // The properties of these two types in CloudFormation are the members of the same shapes in the API.
    return {
      rules: resolved(ruleType).map(withTextParameters) as object[] as Shape<ConfigRule>[],
      remediations: resolved(remediationType) as object[] as Shape<RemediationConfiguration>[],
    };
  };
  // A reference to nothing is an error of the template, and not of the first account that gets it.
  forScope({ account: '', region: '' });
  return { forScope };
}

/** The members of a section or an object, each of which is an object itself. */
const members = (section: JsonValue | undefined): [string, JsonObject][] =>
  Object.entries(isObject(section) ? section : {}).map(([name, member]) => [name, isObject(member) ? member : {}]);

function readResource(id: string, { Type, Properties }: JsonObject, invalid: Invalid): Resource {
  if (Type !== ruleType && Type !== remediationType)
    throw invalid(`Resource ${id} has the type ${Type}, which no conformance pack can hold.`);
  if (!isObject(Properties)) throw invalid(`Resource ${id} has no Properties.`);
  if (Type === ruleType && !(Properties.ConfigRuleName && Properties.Source))
    throw invalid(`Rule ${id} has no ConfigRuleName or Source.`);
  return { id, type: Type, properties: Properties };
}

const pseudoParameters = ({ account, region }: Scope): [string, string][] => [
  ['AWS::AccountId', account],
  ['AWS::Region', region],
  ['AWS::Partition', 'aws'],
];

/** The value of each declared parameter: the caller's, or else the default. */
function valuesOf(
  declared: readonly [string, JsonObject][],
  inputs: readonly Shape<ConformancePackInputParameter>[],
  invalid: Invalid,
): Map<string, string> {
  const given = new Map(inputs.map(({ ParameterName = '', ParameterValue }) => [ParameterName, ParameterValue]));
  const values = new Map(declared.map(([name, { Default }]) => [name, given.get(name) ?? Default]));
  const unknown = [...given.keys()].filter((name) => !values.has(name));
  if (unknown.length > 0) throw invalid(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const missing = [...values].filter(([, value]) => value === undefined).map(([name]) => name);
  if (missing.length > 0) throw invalid(`Parameters: [${missing.join(', ')}] must have values`);
  return new Map([...values].map(([name, value]) => [name, String(value)]));
}

type Values = ReadonlyMap<string, string>;

const resolveAll = (object: JsonObject, values: Values, invalid: Invalid): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([name, item]) => [name, resolve(item, values, invalid)]));

/** Puts values in place of references. */
function resolve(value: JsonValue | undefined, values: Values, invalid: Invalid): JsonValue | undefined {
  if (Array.isArray(value)) return value.map((item) => resolve(item, values, invalid) ?? null);
  if (!isObject(value)) return value;
  const find = (name: string): string => {
    const found = values.get(name);
    if (found !== undefined) return found;
    throw invalid(`Unresolved resource dependencies [${name}] in the Resources block of the template`);
  };
  const [[key = '', argument] = []] = Object.entries(value);
  if (key === 'Ref') return find(String(argument));
  if (key === 'Fn::Sub' && typeof argument === 'string')
    return argument.replace(/\$\{([\w:]+)\}/g, (_, name: string) => find(name));
  if (key.startsWith('Fn::')) throw notRead(key);
  return resolveAll(value, values, invalid);
}

/** The template writes the parameters of a rule as an object, the API as the JSON text of strings. */
function withTextParameters(rule: JsonObject): JsonObject {
  if (!isObject(rule.InputParameters)) return rule;
  const texts = Object.entries(rule.InputParameters).map(([name, value]) => [name, String(value)]);
  return { ...rule, InputParameters: JSON.stringify(Object.fromEntries(texts)) };
}

const notRead = (what: string): AwsError => notImplemented('config', `${what} in a conformance pack template`);
