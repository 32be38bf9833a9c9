import { createHash } from 'node:crypto';
import type { Target } from '../../../schema/organization-tree';
import type { CompiledStatement } from '../organization-policy';

const longestLabel = 80;
const longestDescription = 512;

/** Names for what is attached to nodes: short, stable, and each used once by whoever shares a `Labels`. */
export class Labels {
  private readonly owners = new Map<string, string>();

  /** `root`, `workloads-machine-learning`, `account-sandbox`; with an ending, `root-resources`. */
  labelFor({ kind, name }: Target, ending = ''): string {
    const owner = JSON.stringify([kind, name, ending]);
    const label = kebab(kind === 'account' ? `account-${name}` : name);
    const plain = `${label}${ending}`;
    const free = label.length <= longestLabel && (this.owners.get(plain) ?? owner) === owner;
    const used = free ? plain : `${cutOff(label, owner)}${ending}`;
    this.owners.set(used, owner);
    return used;
  }
}

const cutOff = (label: string, owner: string): string =>
  `${label.slice(0, longestLabel - 9)}-${createHash('sha256').update(owner).digest('hex').slice(0, 8)}`;

const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

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
