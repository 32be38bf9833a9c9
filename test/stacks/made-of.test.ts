import { configurationOf, readsIn } from '../../schema/facts/made-of';
import type { Json } from '../support/json';
import { find, reference, synth, written } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

const zone = zoneOf({});
const all = Object.values(synth(zone));
const madeOfIn = (json: Json): Json => json.resource.terraform_data.made_of;

describe('what a stack was made of', () => {
  it('is published by every stack: the hash of its text, of what it reads, and the release', () => {
    const files = written({ ...zone, release: '1.2.3' });
    for (const { name, json } of all) {
      const text = files[`stacks/${name}/cdk.tf.json`] ?? '';
      expect(madeOfIn(JSON.parse(text)).input).toEqual({
        configuration: configurationOf(text),
        inputs: madeOfIn(json).input.inputs,
        version: '1.2.3',
      });
      expect(json.output.made_of).toEqual({ value: reference('terraform_data.made_of.output') });
    }
    expect(all.length).toBeGreaterThan(5);
  });

  it('waits for everything else that the stack makes, and is published with the whole text', () => {
    for (const { json } of all) {
      const addresses = Object.entries<Json>(json.resource).flatMap(([type, named]) =>
        Object.keys(named).map((name) => `${type}.${name}`),
      );
      expect([...madeOfIn(json).depends_on, 'terraform_data.made_of'].sort()).toEqual(addresses.sort());
      expect(json.output.made_of_json).toMatchObject({ sensitive: true });
    }
  });

  it('has each value of other stacks that is read anywhere in it', () => {
    for (const { json } of all) {
      const { made_of, ...others } = json.resource.terraform_data;
      const expressions = (value: unknown) =>
        readsIn(value)
          .map(({ expression }) => expression)
          .sort();
      expect(expressions(made_of)).toEqual(
        expressions({ ...json, resource: { ...json.resource, terraform_data: others } }),
      );
    }
    expect(madeOfIn(find(synth(zone), 'security').json).input.inputs).toContain(
      'data.terraform_remote_state.log-archive.outputs.trail_bucket',
    );
  });

  it('is right in stacks that are written from a draft, which differ in words only', () => {
    const sandbox = sampleAccounts().find(({ name }) => name === 'sandbox');
    const more = Array.from({ length: 4 }, (_, index) => ({
      ...sandbox,
      name: `lab-${index}`,
      email: `lab-${index}@example.com`,
    }));
    const accounts = [...sampleAccounts(), ...(more as ReturnType<typeof sampleAccounts>)];
    const files = written(zoneOf({ settings: { organization: { accountQuota: 100 } }, accounts }));
    const hashes = more.map(({ name }) => {
      const text = files[`stacks/account-${name}/cdk.tf.json`] ?? '';
      const { configuration, inputs } = madeOfIn(JSON.parse(text)).input;
      expect(configuration).toBe(configurationOf(text));
      expect(inputs).toContain(`account_ids["${name}"]`);
      return configuration;
    });
    expect(new Set(hashes).size).toBe(4);
  });
});
