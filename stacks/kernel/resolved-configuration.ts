import {
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  TerraformOutput,
  type TerraformStack,
  Tokenization,
} from 'cdktf';

type Tree = Record<string, unknown>;

const resolver = new DefaultTokenResolver(new StringConcat());

/**
 * What `TerraformStack.toTerraform` gives, in less time: CDKTF resolves what each element says, copies it into the whole, and resolves
 * the whole once more; here each element is resolved once and put in its place.
 */
export function resolvedConfiguration(stack: TerraformStack): Tree {
  // Private to the class, and all that it knows of a stack besides its elements.
  const { rawOverrides, cdktfVersion } = stack as unknown as { rawOverrides: Tree; cdktfVersion: string };
  const resolved = (value: unknown): unknown => Tokenization.resolve(value, { scope: stack, resolver });
  const metadata: Tree = { version: cdktfVersion, stackName: stack.node.id, backend: 'local' };
  const overridden = Object.keys(rawOverrides);
  if (overridden.length > 0) metadata.overrides = { stack: overridden };
  const outputs: Tree = {};
  const whole: Tree = { '//': { metadata, outputs } };
  for (const element of stack.node.findAll().filter(TerraformElement.isTerraformElement)) {
    merge(metadata, resolved(element.toMetadata()) as Tree);
    merge(whole, resolved(element.toTerraform()) as Tree);
    if (TerraformOutput.isTerraformOutput(element)) merge(outputs, placeOf(element));
  }
  return merge(whole, rawOverrides, resolved);
}

/** Where an output stands among the constructs, with its name in Terraform. */
const placeOf = ({ node, friendlyUniqueId }: TerraformOutput): Tree =>
  node.path.split('/').reduceRight<unknown>((inner, part) => ({ [part]: inner }), friendlyUniqueId) as Tree;

/** Merges objects, and appends lists to lists, as CDKTF does: what is undefined goes. */
function merge(target: Tree, source: Tree, leaf = (value: unknown): unknown => value): Tree {
  for (const [key, value] of Object.entries(source)) {
    const before = target[key];
    if (value === undefined) delete target[key];
    else if (isObject(value) && isObject(before)) merge(before, value, leaf);
    else if (Array.isArray(value) && Array.isArray(before)) target[key] = [...before, ...(leaf(value) as unknown[])];
    else target[key] = leaf(value);
  }
  return target;
}

const isObject = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Tokenization.isResolvable(value);
