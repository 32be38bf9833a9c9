import type { ProvedNode } from '../../proof/zone-proof';
import { writtenZone } from '../support/proofs';
import { provedNodes } from '../support/proved-nodes';
import { zoneOf } from '../support/zone';

const zones = { 'accounts/': writtenZone, 'the sample of the tests': () => zoneOf() };

describe.each(Object.entries(zones))('the landing zone of %s', (_, make) => {
  let nodes: readonly ProvedNode[] = [];
  beforeAll(async () => {
    nodes = await provedNodes(make());
  }, 60_000);
  const promises = () => nodes.flatMap((node) => node.promises);

  it('denies by its documents exactly what its controls deny, at every node and by both kinds', () => {
    expect(new Set(nodes.map(({ type }) => type)).size).toBe(2);
    expect(nodes.length).toBeGreaterThan(4);
    expect(nodes.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('keeps every promise, but those that say why they are not kept', () => {
    const broken = promises().filter(
      ({ answer, exception }) => (answer.verdict === 'proved') === (exception !== undefined),
    );
    expect(broken).toEqual([]);
    expect(promises().filter(({ answer }) => answer.verdict === 'not decided')).toEqual([]);
  });

  it('has promises in words of their own, and one for every control that exempts somebody', () => {
    const own = promises().filter((promise) => promise.own);
    expect(new Set(own.map(({ control }) => control)).size).toBeGreaterThanOrEqual(15);
    expect(promises().length - own.length).toBeGreaterThan(50);
  });
});
