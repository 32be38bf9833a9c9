import { managedRules, managedRulesAsOf, type RuleParameters } from '../../schema/facts/managed-rules';
import { ownValue } from '../../schema/facts/own-value';
import type { Control } from '../../schema/landing-zone';
import { didYouMean, nearestName, type Problem } from '../../schema/problems/problem';

/** Managed rules that AWS Config does not have, and parameters that a rule does not take, cannot do without, or may not take. */
export const managedRuleProblems = (controls: readonly Control[]): readonly Problem[] =>
  controls.flatMap(({ file, detect }) => {
    if (!detect || !('managed' in detect)) return [];
    const { managed, announced, parameters = {} } = detect;
    const known = ownValue(managedRules, managed);
    if (known) return parameterProblems(file, managed, known, Object.keys(parameters));
    if (announced) return [];
    return known === null ? unknownParameters(file, managed, Object.keys(parameters)) : [unknownRule(file, managed)];
  });

function unknownRule(file: string, managed: string): Problem {
  const nearest = nearestName(managed, Object.keys(managedRules));
  return {
    file,
    field: 'detect.managed',
    value: managed,
    rule: `must be the identifier of a rule that AWS Config manages; a region that refuses one rule refuses its whole pack`,
    fix:
      `${nearest ? `did you mean '${nearest}'? ` : ''}` +
      `If AWS has it since ${managedRulesAsOf}, write announced: true, and it gets a pack of its own`,
  };
}

/** A parameter that the rule does not take would take the rules beside it along. */
const unknownParameters = (file: string, managed: string, given: readonly string[]): Problem[] =>
  given.map((name) => ({
    file,
    field: `detect.parameters.${name}`,
    value: name,
    rule: `the parameters of ${managed} are not known here, and a region that refuses one refuses its whole pack`,
    fix: 'copy its name from the page of the rule, and write announced: true, and it gets a pack of its own',
  }));

function parameterProblems(file: string, managed: string, known: RuleParameters, given: readonly string[]): Problem[] {
  const names = Object.keys(known);
  const unknown = given.filter((name) => !names.includes(name));
  const missing = names.filter((name) => known[name] === 'required' && !given.includes(name));
  return [
    ...unknown.map((name) => ({
      file,
      field: `detect.parameters.${name}`,
      value: name,
      rule:
        names.length > 0 ? `must be a parameter of ${managed}: ${names.join(', ')}` : `${managed} takes no parameter`,
      fix: didYouMean(name, names, 'remove it'),
    })),
    ...missing.map((name) => ({
      file,
      field: `detect.parameters.${name}`,
      value: undefined,
      rule: `${managed} needs it: AWS fills in its default in the console only`,
      fix: 'add it',
    })),
  ];
}
