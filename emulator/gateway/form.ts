/** A form of the query protocol as the structure that it spells out: text, lists and structures. */
export type FormValue = string | readonly FormValue[] | { readonly [name: string]: FormValue };

type Branch = Map<string, Branch | string>;

/** Reads `Tags.member.1.Key=team` as `{ Tags: [{ Key: 'team' }] }`. */
export function readForm(parameters: URLSearchParams): Readonly<Record<string, FormValue>> {
  const root: Branch = new Map();
  for (const [name, value] of parameters) place(root, name.split('.'), value);
  return Object.fromEntries([...root].map(([name, branch]) => [name, spelledOut(branch)]));
}

function place(branch: Branch, [name = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    branch.set(name, value);
    return;
  }
  const known = branch.get(name);
  const next: Branch = known instanceof Map ? known : new Map();
  branch.set(name, next);
  place(next, rest, value);
}

function spelledOut(branch: Branch | string): FormValue {
  if (typeof branch === 'string') return branch;
  const list = branch.get('member');
  if (list instanceof Map)
    return [...list].sort(([one], [other]) => Number(one) - Number(other)).map(([, item]) => spelledOut(item));
  return Object.fromEntries([...branch].map(([name, item]) => [name, spelledOut(item)]));
}
