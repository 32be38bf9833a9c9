import type { PackRule } from '../conformance-pack';
import { configRule } from './config-rule';
import type { PlacedRule } from './placed-rules';
import { remediationConfiguration } from './remediation-configuration';

/** What one rule adds to the template of a pack. */
export interface Fragment {
  readonly rule: PlacedRule;
  /** By logical id. */
  readonly resources: Readonly<Record<string, object>>;
  /** Values of the declared parameters, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Renders a rule, with its remediation where it has one. */
export function fragmentOf(zone: { readonly name: string }, rule: PlacedRule): Fragment {
  const logicalId = logicalIdOf(rule);
  const parameters = parametersOf(rule).map(([key, value]) => ({
    key,
    value,
    name: `${logicalId}Param${pascal(key)}`,
  }));
  const references = Object.fromEntries(parameters.map(({ key, name }) => [key, { Ref: name }]));
  return {
    rule,
    resources: {
      [logicalId]: configRule(zone, rule, references),
      ...(rule.remediation && {
        [`${logicalId}Remediation`]: remediationConfiguration(zone, { name: rule.name, logicalId }, rule.remediation),
      }),
    },
    parameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value])),
  };
}

/** The template of the rules as one line of JSON: no byte of the quota is spent on white space. */
export function templateOf(fragments: readonly Fragment[]): string {
  const parameters = merged(fragments.map(declarations));
  return JSON.stringify({
    ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
    Resources: merged(fragments.map(({ resources }) => resources)),
  });
}

/** Bytes that a fragment adds to a template, with a comma after each of its sections. */
export const bytesOf = (fragment: Fragment): number => inner(fragment.resources) + inner(declarations(fragment));

/** Bytes of a template around its fragments. */
export const frameBytes = Buffer.byteLength('{"Parameters":{},"Resources":{}}');

/** One brace less for the comma, and the other because it belongs to the frame. */
const inner = (section: object): number => Buffer.byteLength(JSON.stringify(section)) - 1;

/** Without a default: the pack hands every value over. */
const declarations = ({ parameters }: Fragment): object =>
  Object.fromEntries(Object.keys(parameters).map((name) => [name, { Type: 'String' }]));

const merged = (sections: readonly object[]): object => Object.assign({}, ...sections);

/** Parameters of the rule by their names in the rule, with their values. */
export const parametersOf = ({ source }: PackRule): [string, string][] =>
  'parameters' in source ? Object.entries(source.parameters ?? {}) : [];

const logicalIdOf = ({ name }: PackRule): string => name.split('-').map(pascal).join('');

const pascal = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
