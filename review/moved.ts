import type { Body, StackJson } from './stack-json';

/**
 * The former version of a stack with the addresses that its resources have in the next one, wherever they are referred to: what has only
 * moved is no difference then.
 */
export function withMoves(before: StackJson, after: StackJson): StackJson {
  let moved = before;
  for (const { from, to } of after.moved ?? []) {
    if (!tryResource(moved, from) || tryResource(moved, to) || tryResource(after, from)) continue;
    moved = renamed(moved, from, to);
  }
  return moved;
}

const parts = (address: string): readonly [string, string] => {
  const [type = '', ...name] = address.split('.');
  return [type, name.join('.')];
};

const tryResource = ({ resource = {} }: StackJson, address: string): Body | undefined => {
  const [type, name] = parts(address);
  return resource[type]?.[name];
};

function renamed(stack: StackJson, from: string, to: string): StackJson {
  const [[type, name], [toType, toName]] = [parts(from), parts(to)];
  const { resource = {}, ...others } = stack;
  const { [name]: body = {}, ...rest } = resource[type] ?? {};
  const left = { ...resource, [type]: rest };
  const all = { ...left, [toType]: { ...left[toType], [toName]: body } };
  const escaped = from.replace(/[.[\]]/g, '\\$&');
  return referring({ ...others, resource: all }, new RegExp(`(?<![\\w.-])${escaped}(?![\\w-])`, 'g'), to) as StackJson;
}

/** With the new address in every text. */
function referring(value: unknown, from: RegExp, to: string): unknown {
  if (typeof value === 'string') return value.replace(from, () => to);
  if (Array.isArray(value)) return value.map((each) => referring(each, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, referring(each, from, to)]));
}
