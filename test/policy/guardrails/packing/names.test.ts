import { describePolicy, Labels } from '../../../../policy/guardrails/packing/names';
import type { PolicyPlace } from '../../../../policy/guardrails/packing/tree';

const unit = (name: string): PolicyPlace => ({ kind: 'organizational unit', name });

describe('the label of a node', () => {
  it.each<[PolicyPlace, string]>([
    [{ kind: 'root', name: 'Root' }, 'root'],
    [unit('Workloads/MachineLearning'), 'workloads-machine-learning'],
    [unit('R&D (Übung)'), 'r-d-bung'],
    [{ kind: 'tags', name: 'environment=production tier=gold' }, 'tagged-environment-production-tier-gold'],
    [{ kind: 'without', name: 'invocation logging' }, 'without-invocation-logging'],
  ])('of %j is %s', (target, label) => {
    expect(new Labels().labelFor(target)).toBe(label);
  });

  it('stays the same, and the ending of resource control policies comes last', () => {
    const labels = new Labels();
    expect(labels.labelFor(unit('Sandbox'))).toBe('sandbox');
    expect(labels.labelFor(unit('Sandbox'), '-resources')).toBe('sandbox-resources');
    expect(labels.labelFor(unit('Sandbox'))).toBe('sandbox');
  });

  it('is told apart by a hash where two nodes would have the same one', () => {
    const labels = new Labels();
    const names = [
      labels.labelFor({ kind: 'root', name: 'Root' }),
      labels.labelFor(unit('Root')),
      labels.labelFor(unit('ROOT')),
      labels.labelFor(unit('Sandbox/Resources')),
      labels.labelFor(unit('Sandbox'), '-resources'),
    ];
    expect(names).toEqual([
      'root',
      expect.stringMatching(/^root-[0-9a-f]{8}$/),
      expect.stringMatching(/^root-[0-9a-f]{8}$/),
      'sandbox-resources',
      expect.stringMatching(/^sandbox-[0-9a-f]{8}-resources$/),
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('leaves room in 128 characters for the prefix of the landing zone, the type and a number', () => {
    const deep = Array.from({ length: 5 }, (_, depth) => String(depth).repeat(128)).join('/');
    expect(`${'n'.repeat(20)}-${new Labels().labelFor(unit(deep), '-resources')}-10`.length).toBeLessThanOrEqual(128);
  });
});

describe('the description of a policy', () => {
  const statement = (...controls: string[]) => ({ statement: { Effect: 'Deny' as const, Action: '*' }, controls });

  it('names its controls, each once', () => {
    expect(describePolicy([statement('b', 'c'), statement('a'), statement('b')])).toBe('Keeps a, b, c');
  });

  it('counts those that 512 characters have no room for', () => {
    const ids = Array.from({ length: 30 }, (_, index) => `control-${String(index).padStart(30, '0')}`);
    const description = describePolicy([statement(...ids)]);
    const named = description.match(/control-/g)?.length ?? 0;
    expect(description).toMatch(/ and \d+ more$/);
    expect(description.length).toBeLessThanOrEqual(512);
    expect(description).toContain(` and ${ids.length - named} more`);
    expect(description.length + (ids[0]?.length ?? 0) + 2).toBeGreaterThan(512);
  });
});
