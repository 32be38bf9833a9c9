import { capitalized, pascalCase } from '../../../schema/text';
import type { PackRule } from '../conformance-pack';
import { configRule } from './config-rule';
import { remediationConfiguration } from './remediation-configuration';

/** The template of the rules as one line of JSON: no byte of the quota is spent on white space. */
export function templateOf(zone: { readonly name: string }, rules: readonly PackRule[]): string {
  const parameters = merged(rules.map(declarations));
  return JSON.stringify({
    ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
    Resources: merged(rules.map((rule) => resources(zone, rule))),
  });
}

/** Values of the parameters that the template of the rules declares, by name. */
export const parameterValues = (rules: readonly PackRule[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rules.flatMap(parametersOf).map(({ name, value }) => [name, value]));

/** A parameter of a rule, under its key in the rule and its name in the template. */
interface RuleParameter {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** The parameters of a rule. */
export function parametersOf(rule: PackRule): readonly RuleParameter[] {
  const { source } = rule;
  const values = 'parameters' in source ? (source.parameters ?? {}) : {};
  return Object.entries(values).map(([key, value]) => ({
    key,
    name: `${logicalIdOf(rule)}Param${capitalized(key)}`,
    value,
  }));
}

/** Bytes that a rule adds to a template, with a comma after each of its sections. */
export const bytesOf = (zone: { readonly name: string }, rule: PackRule): number =>
  inner(resources(zone, rule)) + inner(declarations(rule));

/** Bytes of a template around its rules. */
export const frameBytes = Buffer.byteLength('{"Parameters":{},"Resources":{}}');

/** Logical ids of what the template has of a rule. They have no hyphens, so rules whose names differ in hyphens alone share one. */
export const logicalIdsOf = (rule: PackRule): readonly string[] => [
  logicalIdOf(rule),
  ...(rule.remediation ? [remediationIdOf(rule)] : []),
];

const logicalIdOf = ({ name }: PackRule): string => pascalCase(name);
const remediationIdOf = (rule: PackRule): string => `${logicalIdOf(rule)}Remediation`;

/** The rule, with its remediation where it has one. */
function resources(zone: { readonly name: string }, rule: PackRule): object {
  const logicalId = logicalIdOf(rule);
  const references = Object.fromEntries(parametersOf(rule).map(({ key, name }) => [key, { Ref: name }]));
  return {
    [logicalId]: configRule(zone, rule, references),
    ...(rule.remediation && {
      [remediationIdOf(rule)]: remediationConfiguration(zone, { name: rule.name, logicalId }, rule.remediation),
    }),
  };
}

/** Without a default: the pack hands every value over. */
const declarations = (rule: PackRule): object =>
  Object.fromEntries(parametersOf(rule).map(({ name }) => [name, { Type: 'String' }]));

/** One brace less for the comma, and the other because it belongs to the frame. */
const inner = (section: object): number => Buffer.byteLength(JSON.stringify(section)) - 1;

const merged = (sections: readonly object[]): object => Object.assign({}, ...sections);
