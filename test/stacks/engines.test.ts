import type { Json } from '../support/json';
import { smallZone, synth } from '../support/synth';

const backends = [
  { type: 'local' },
  { type: 's3', bucket: 'acme-state', region: 'eu-central-1' },
  { type: 'hcp', organization: 'acme', project: 'landing-zone' },
] as const;

/** What Terraform 1.10 and newer and OpenTofu 1.12 read differently in a file of Terraform JSON. */
describe.each(backends)('what is written for both engines, with state in $type,', (backend) => {
  const stacks = Object.values(synth(smallZone({ backend }))).map(({ name, json }) => ({ name, json }));

  it('has no reference in a backend or cloud block: OpenTofu evaluates it, Terraform takes it as a name', () => {
    expect(stacks.length).toBeGreaterThan(3);
    for (const { json } of stacks) {
      const { backend: kept, cloud } = json.terraform as Json;
      expect(kept ?? cloud).toBeDefined();
      expect(JSON.stringify([kept, cloud])).not.toMatch(/[$%]\{/);
    }
  });

  it('names the host of a cloud block, which OpenTofu asks for', () => {
    for (const { json } of stacks) {
      const { cloud } = json.terraform as Json;
      expect(cloud === undefined || cloud.hostname).toBeTruthy();
    }
  });

  it('asks for a version that both have: OpenTofu does not read `required_version` in JSON', () => {
    for (const { json } of stacks) expect(json.terraform.required_version).toBe('>= 1.10.0');
  });

  it('has no block and no argument that only one of them knows', () => {
    const onlyOpenTofu = ['encryption', 'language'];
    for (const { json } of stacks) {
      expect(Object.keys(json.terraform)).not.toEqual(expect.arrayContaining(onlyOpenTofu));
      expect(Object.keys(json)).not.toContain('ephemeral');
      for (const provider of json.provider.aws) expect(provider).not.toHaveProperty('for_each');
      const lifecycles = Object.values<Record<string, Json>>(json.resource ?? {}).flatMap((named) =>
        Object.values(named).map(({ lifecycle = {} }) => lifecycle),
      );
      for (const lifecycle of lifecycles) {
        expect([true, false, undefined]).toContain(lifecycle.prevent_destroy);
        expect(lifecycle).not.toHaveProperty('enabled');
        expect(lifecycle).not.toHaveProperty('destroy');
      }
    }
  });
});
