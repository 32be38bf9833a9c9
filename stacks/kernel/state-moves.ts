import { type TerraformResource, TerraformStack } from 'cdktf';
import type { DistinctId } from './distinct-id';

/** Takes a thing that exists into state with the next apply. CDKTF's own `importFrom` runs a Terraform binary at synth. */
export function adopt(stack: TerraformStack, resource: TerraformResource, id: string): void {
  append(stack, 'import', { to: addressOf(resource), id });
}

/** Takes a resource out of state with the next apply, and leaves the thing itself as it is. */
export function forget(stack: TerraformStack, address: string): void {
  append(stack, 'removed', withoutDestroying(address));
}

/** A block by which Terraform forgets a resource, and does nothing where it does not know it. */
export interface Removed {
  readonly from: string;
  readonly lifecycle: { readonly destroy: false };
}

export const withoutDestroying = (from: string): Removed => ({ from, lifecycle: { destroy: false } });

/** Gives a resource in state another address, where it is under the old one; both without the type. */
export function move(resource: TerraformResource, from: string): void {
  const stack = TerraformStack.of(resource);
  append(stack, 'moved', { from: `${resource.terraformResourceType}.${from}`, to: addressOf(resource) });
}

/** A block by which Terraform gives a resource in state another address. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/** Moves what a person named to its address: from that of its former name where it had one, and from what earlier releases made of it. */
export function moveDistinct(resource: TerraformResource, own: DistinctId, former?: DistinctId): void {
  if (former) move(resource, former.id);
  const { id, short } = former ?? own;
  if (short === id) return;
  const addressed = (name: string) => `${resource.terraformResourceType}.${name}`;
  append(TerraformStack.of(resource), 'moved', {
    from: addressed(short),
    to: former ? addressed(id) : addressOf(resource),
  });
}

/** The moves that Terraform can make: none from an address that is in use, or that two resources claim. */
export const possibleMoves = (moved: readonly Moved[], isThere: (address: string) => boolean): readonly Moved[] =>
  moved.filter(({ from }) => !isThere(from) && moved.filter((other) => other.from === from).length === 1);

const addressOf = (resource: TerraformResource): string =>
  `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;

const blocks = new WeakMap<TerraformStack, Map<string, object[]>>();

/** CDKTF writes none of these blocks; an override replaces the whole list. */
function append(stack: TerraformStack, kind: 'import' | 'moved' | 'removed', block: object): void {
  const known = blocks.get(stack) ?? new Map<string, object[]>();
  const list = [...(known.get(kind) ?? []), block];
  blocks.set(stack, known.set(kind, list));
  stack.addOverride(kind, list);
}
