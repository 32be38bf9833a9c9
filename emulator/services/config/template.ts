import { AwsError } from '../../toolkit/errors';
import type { Json } from '../../toolkit/untyped';
import type { Place } from './state';

const MAX_RULES = 130;

/** A conformance pack template that AWS Config accepted. */
export interface Template {
  /** The rules and remediations as one place gets them, with all references resolved. */
  forPlace(place: Place): { readonly rules: readonly Json[]; readonly remediations: readonly Json[] };
}

/** Reads a template written in JSON and refuses what AWS Config refuses, with the given error. */
export function readTemplate(body: string, inputs: readonly Json[], invalid: (message: string) => AwsError): Template {
  const { Parameters = {}, Resources = {}, ...sections } = parse(body);
  if (sections.Conditions ?? sections.Mappings ?? sections.Transform) throw notImplemented('this section');
  const resources = Object.entries<Json>(Resources);
  if (resources.length === 0) throw invalid('At least one Resources member must be defined.');
  for (const [id, { Type, Properties }] of resources) {
    if (!TYPES.includes(Type))
      throw invalid(`Resource ${id} has the type ${Type}, which no conformance pack can hold.`);
    if (Properties === undefined) throw invalid(`Resource ${id} has no Properties.`);
  }
  const rules = resources.filter(([, { Type }]) => Type === RULE);
  if (rules.length > MAX_RULES) throw invalid(`A conformance pack has at most ${MAX_RULES} rules: ${rules.length}.`);
  for (const [id, { Properties }] of rules) {
    if (!Properties.ConfigRuleName || !Properties.Source) throw invalid(`Rule ${id} has no ConfigRuleName or Source.`);
  }

  const values = valuesOf(Parameters, inputs, invalid);
  for (const [id, { Properties }] of rules) values.set(id, Properties.ConfigRuleName);
  const template = {
    forPlace: (place: Place) => {
      const scope = new Map([...values, ...pseudoParameters(place)]);
      const properties = (type: string): Json[] =>
        resources
          .filter(([, { Type }]) => Type === type)
          .map(([, { Properties }]) => resolve(Properties, scope, invalid) as Json);
      return { rules: properties(RULE).map(withTextParameters), remediations: properties(REMEDIATION) };
    },
  };
  // A reference to nothing is an error of the template, and not of the first account that gets it.
  template.forPlace({ account: '', region: '' });
  return template;
}

const RULE = 'AWS::Config::ConfigRule';
const REMEDIATION = 'AWS::Config::RemediationConfiguration';
const TYPES: readonly string[] = [RULE, REMEDIATION];

const pseudoParameters = ({ account, region }: Place): [string, string][] => [
  ['AWS::AccountId', account],
  ['AWS::Region', region],
  ['AWS::Partition', 'aws'],
];

/** The value of each declared parameter: the caller's, or else the default. */
function valuesOf(
  declared: Json,
  inputs: readonly Json[],
  invalid: (message: string) => AwsError,
): Map<string, string> {
  const given = new Map<string, string>(inputs.map((input) => [input.ParameterName, input.ParameterValue]));
  const unknown = [...given.keys()].filter((name) => declared[name] === undefined);
  if (unknown.length > 0) throw invalid(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const values = new Map(
    Object.entries<Json>(declared).map(([name, { Default }]) => [name, given.get(name) ?? Default]),
  );
  const missing = [...values].filter(([, value]) => value === undefined).map(([name]) => name);
  if (missing.length > 0) throw invalid(`Parameters: [${missing.join(', ')}] must have values`);
  return new Map([...values].map(([name, value]) => [name, String(value)]));
}

function resolve(value: unknown, scope: ReadonlyMap<string, string>, invalid: (message: string) => AwsError): unknown {
  const find = (name: string): string => {
    const found = scope.get(name);
    if (found !== undefined) return found;
    throw invalid(`Unresolved resource dependencies [${name}] in the Resources block of the template`);
  };
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope, invalid));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[key, argument] = []] = entries;
  if (key === 'Ref') return find(argument);
  if (key === 'Fn::Sub' && typeof argument === 'string') {
    return argument.replace(/\$\{([\w:]+)\}/g, (_, name: string) => find(name));
  }
  if (key?.startsWith('Fn::')) throw notImplemented(key);
  return Object.fromEntries(entries.map(([name, item]) => [name, resolve(item, scope, invalid)]));
}

/** The template writes the parameters of a rule as an object, the API as the JSON text of strings. */
function withTextParameters({ InputParameters, ...rule }: Json): Json {
  if (InputParameters === undefined) return rule;
  const texts = Object.entries(InputParameters).map(([name, value]) => [name, String(value)]);
  return { ...rule, InputParameters: JSON.stringify(Object.fromEntries(texts)) };
}

function parse(body: string): Json {
  try {
    return JSON.parse(body);
  } catch {
    throw notImplemented('YAML');
  }
}

const notImplemented = (what: string): AwsError =>
  new AwsError('NotImplementedException', `The emulated AWS does not read ${what} in a conformance pack template.`);
