/** Arguments that Terraform itself takes of every resource. */
const meta = ['//', 'depends_on', 'provider', 'lifecycle', 'count', 'for_each', 'connection', 'provisioner'];

/** Arguments that a resource type takes at the top, by the bindings, which are made from the schema of provider 6.25.0. */
export function argumentsOf(type: string): readonly string[] {
  const path = `@cdktf/provider-aws/lib/${type.replace(/^aws_/, '').replaceAll('_', '-')}`;
  const exported = Object.values(require(path)) as { readonly tfResourceType?: string; readonly prototype: object }[];
  const binding = exported.find(({ tfResourceType }) => tfResourceType === type)?.prototype;
  if (!binding || !('synthesizeAttributes' in binding)) throw new Error(`${path} has no ${type}`);
  // Of an instance with nothing in it, because the keys are all that matters.
  const empty = new Proxy({}, { get: () => new Proxy({}, { get: () => undefined }) });
  return [...meta, ...Object.keys((binding.synthesizeAttributes as () => object).call(empty))];
}
