import type { TerraformResource, TerraformStack } from 'cdktf';

/** Takes a thing that exists into state with the next apply. CDKTF's own `importFrom` runs a Terraform binary at synth. */
export function adopt(stack: TerraformStack, resource: TerraformResource, id: string): void {
  append(stack, 'import', { to: addressOf(resource), id });
}

/** Takes a resource out of state with the next apply, and leaves the thing itself as it is. */
export function forget(stack: TerraformStack, address: string): void {
  append(stack, 'removed', { from: address, lifecycle: { destroy: false } });
}

const addressOf = (resource: TerraformResource): string =>
  `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;

const blocks = new WeakMap<TerraformStack, Map<string, object[]>>();

/** CDKTF knows neither block; an override replaces the whole list. */
function append(stack: TerraformStack, kind: 'import' | 'removed', block: object): void {
  const known = blocks.get(stack) ?? new Map<string, object[]>();
  const list = [...(known.get(kind) ?? []), block];
  blocks.set(stack, known.set(kind, list));
  stack.addOverride(kind, list);
}
