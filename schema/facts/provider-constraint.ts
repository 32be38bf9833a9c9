/** The version of `hashicorp/aws` that every release is rehearsed with, and what a landing zone gets that asks for no other. */
export const testedAwsProvider = '5.100.0';

/** Versions that the landing zone is written for: the other one is that of the bindings. */
export const supportedAwsProviders = [testedAwsProvider, '6.25.0'] as const;

/**
 * Whether a Terraform version constraint (`>= 5.100.0, < 7.0.0`) admits a version; undefined where it is not one.
 * Source: Terraform language, "Version Constraints".
 */
export function admits(constraint: string, version: string): boolean | undefined {
  const terms = constraint.split(',').map((term) => /^\s*(=|!=|>=|<=|>|<|~>)?\s*(\d+(?:\.\d+){0,2})\s*$/.exec(term));
  let admitted = true;
  for (const term of terms) {
    if (!term) return undefined;
    const [, operator = '=', bound = ''] = term;
    admitted &&= holds(operator, compare(version, bound), version, bound);
  }
  return admitted;
}

/** Whether resources have to be placed by a provider alias per region: the constraint admits a v5 provider. */
export const needsProviderPerRegion = (constraint: string): boolean =>
  admits(constraint, supportedAwsProviders[0]) === true;

function holds(operator: string, order: number, version: string, bound: string): boolean {
  switch (operator) {
    case '!=':
      return order !== 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '~>': {
      // The last part that is written may grow, the ones before it may not; a single part stands for itself and a zero.
      const fixed = Math.max(bound.split('.').length - 1, 1);
      const head = (text: string): string => text.split('.').slice(0, fixed).join('.');
      return order >= 0 && head(version) === head(bound);
    }
    default:
      return order === 0;
  }
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const part of [0, 1, 2]) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
