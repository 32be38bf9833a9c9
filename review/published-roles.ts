import { placeOf, resourcesOf, type StackJson, type Stacks } from './stack-json';

/** A role that a stack publishes the ARN of. */
export interface PublishedRole {
  readonly name: string;
  /** It begins and ends with a slash. */
  readonly path: string;
  /** As the provider of the role names it: digits, or a reference to the id of an account. */
  readonly accountId: string;
}

/**
 * The role whose ARN a reference to an output of another stack stands for, where both versions publish the same one under it; undefined
 * where they do not, or where the output is anything else.
 */
export function tryPublishedRole(before: Stacks, after: Stacks, reference: string): PublishedRole | undefined {
  const [old, now] = [before, after].map((stacks) => tryRole(stacks, reference));
  return old && now && JSON.stringify(old) === JSON.stringify(now) ? now : undefined;
}

const remote =
  /^data\.terraform_remote_state\.(?<stack>[\w-]+)\.outputs\.(?<output>[\w-]+)(?:\["(?<quoted>[^"]+)"\]|\.(?<plain>[\w-]+))?$/;

function tryRole(stacks: Stacks, reference: string): PublishedRole | undefined {
  const { stack = '', output = '', quoted, plain } = remote.exec(reference)?.groups ?? {};
  const json = stacks.get(stack);
  const role = json && tryOutput(json, output, quoted ?? plain);
  const [, address = ''] = /^\$\{(aws_iam_role\.[\w-]+)\.arn\}$/.exec(role ?? '') ?? [];
  const body = json && resourcesOf(json).get(address)?.body;
  if (!body || typeof body.name !== 'string') return undefined;
  const { accountId } = placeOf(json, body);
  return { name: body.name, path: typeof body.path === 'string' ? body.path : '/', accountId };
}

/** The text of an output, or of an item of it. */
function tryOutput({ output = {} }: StackJson, name: string, item: string | undefined): string | undefined {
  const { value } = (output[name] ?? {}) as { readonly value?: unknown };
  const found = item === undefined ? value : ((value ?? {}) as Readonly<Record<string, unknown>>)[item];
  return typeof found === 'string' ? found : undefined;
}
