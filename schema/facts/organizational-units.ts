/** An OU as a person writes it: its path, or its path with the one that it had. */
export type Unit = string | { readonly path: string; readonly formerly: string };

export const pathOf = (unit: Unit): string => (typeof unit === 'string' ? unit : unit.path);

/** The paths with every parent that they imply, parents first, each once. */
export const withParents = (units: readonly Unit[]): string[] =>
  [...new Set(units.map(pathOf).flatMap(unitsAlong))].sort();

/** The OUs on the way to one, from the top down, itself the last: `A/B` is reached by `A` and `A/B`. */
export function unitsAlong(path: string): readonly string[] {
  const names = path.split('/');
  return names.map((_, depth) => names.slice(0, depth + 1).join('/'));
}

/** Whether an OU is another one or somewhere below it. */
export const isWithin = (path: string, unit: string): boolean => path === unit || path.startsWith(`${unit}/`);

/** What Terraform keeps of a path in a resource name: letters and digits. */
export const resourceNameOf = (path: string): string => path.replace(/[^A-Za-z0-9]/g, '');
