import { kebabCase, shortened } from '../../../schema/text';
import type { CompiledStatement } from '../organization-policy';
import type { PolicyPlace } from './tree';

const longestLabel = 80;
const longestDescription = 512;

/** What leads the names of accounts that are described. */
const prefixes: ReadonlyMap<PolicyPlace['kind'], string> = new Map([
  ['tags', 'tagged-'],
  ['without', 'without-'],
]);

/** Names for what is attached to nodes: short, stable, and each used once by whoever shares a `Labels`. */
export class Labels {
  private readonly owners = new Map<string, string>();

  /** `root`, `workloads-machine-learning`, `tagged-tier-gold`, `without-ai`; with an ending, `root-resources`. */
  labelFor({ kind, name }: PolicyPlace, ending = ''): string {
    const owner = JSON.stringify([kind, name, ending]);
    const label = kebabCase(`${prefixes.get(kind) ?? ''}${name}`);
    const plain = `${label}${ending}`;
    const free = label.length <= longestLabel && (this.owners.get(plain) ?? owner) === owner;
    const used = free ? plain : `${shortened(label, owner, longestLabel)}${ending}`;
    this.owners.set(used, owner);
    return used;
  }
}

/** The controls that a policy keeps, as many as its description has room for: Organizations takes 512 characters. */
export function describePolicy(statements: readonly CompiledStatement[]): string {
  const controls = [...new Set(statements.flatMap((each) => each.controls))].sort();
  const listed = (count: number): string => {
    const others = controls.length - count;
    return `Keeps ${controls.slice(0, count).join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
  };
  let count = controls.length;
  while (listed(count).length > longestDescription) count -= 1;
  return listed(count);
}
