/** An OU as a person writes it: its path, or its path with the one that it had, or with the id that it has in AWS already. */
export type Unit =
  | string
  | { readonly path: string; readonly formerly?: string | undefined; readonly adopt?: string | undefined };

/** `ou-` with the id of the root and one of its own. Source: botocore 1.43, organizations, `OrganizationalUnitId`. */
export const unitIdPattern = /^ou-([0-9a-z]{4,32})-[a-z0-9]{8,32}$/;

/** The ids that OUs have in AWS already, by path. */
export const adoptedUnits = (units: readonly Unit[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    units.flatMap((unit) => (typeof unit === 'string' || unit.adopt === undefined ? [] : [[unit.path, unit.adopt]])),
  );

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
