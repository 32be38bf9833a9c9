/** The paths with every parent that they imply, parents first, each once. */
export function withParents(paths: readonly string[]): string[] {
  const all = new Set<string>();
  for (const path of paths) {
    const names = path.split('/');
    for (const depth of names.keys()) all.add(names.slice(0, depth + 1).join('/'));
  }
  return [...all].sort();
}

/** What Terraform keeps of a path in a resource name: letters and digits. */
export const resourceNameOf = (path: string): string => path.replace(/[^A-Za-z0-9]/g, '');
