import { allResources, type Stack, synth } from '../support/synth';
import { zoneOf } from '../support/zone';

const stacks = Object.values(synth(zoneOf()));

/** Addresses of resources that the stack's JSON mentions, in references and in `depends_on`. */
function mentioned({ json }: Stack): Set<string> {
  const { '//': _, ...configuration } = json;
  const text = JSON.stringify(configuration);
  const inTemplates = [...text.matchAll(/\$\{(aws_\w+\.[\w-]+)/g)];
  const inDependsOn = [...text.matchAll(/"depends_on":\[([^\]]*)\]/g)].flatMap(([, list = '']) => [
    ...list.matchAll(/"(aws_\w+\.[\w-]+)"/g),
  ]);
  return new Set([...inTemplates, ...inDependsOn].map(([, address = '']) => address));
}

describe('references', () => {
  // `prepareStack` is off, so CDKTF would write a resource of another stack as if it were of this one.
  test.each(stacks)('of $name lead to resources of its own', (stack) => {
    const own = new Set(allResources(stack).map(({ type, name }) => `${type}.${name}`));
    expect([...mentioned(stack)].filter((address) => !own.has(address))).toEqual([]);
    expect(mentioned(stack).size).toBeGreaterThan(0);
  });
});
