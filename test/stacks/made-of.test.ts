import { configurationOf, readsIn } from '../../schema/facts/made-of';
import { synth, written } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

const zone = zoneOf({});
const all = Object.values(synth(zone));

describe('what a stack was made of', () => {
  it('is published by every stack: the hash of its text, of what it reads, and the release', () => {
    const files = written({ ...zone, release: '1.2.3' });
    for (const { name, json } of all) {
      const text = files[`stacks/${name}/cdk.tf.json`] ?? '';
      expect(JSON.parse(text).output.made_of.value).toEqual({
        configuration: configurationOf(text),
        inputs: json.output.made_of.value.inputs,
        version: '1.2.3',
      });
    }
    expect(all.length).toBeGreaterThan(5);
  });

  it('has each value of other stacks that is read anywhere in it', () => {
    for (const { json } of all) {
      const { made_of, ...outputs } = json.output;
      const expressions = (value: unknown) =>
        readsIn(value)
          .map(({ expression }) => expression)
          .sort();
      expect(expressions(made_of)).toEqual(expressions({ ...json, output: outputs }));
    }
    const security = all.find(({ name }) => name === 'security');
    expect(security?.json.output.made_of.value.inputs).toContain(
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
      const { configuration, inputs } = JSON.parse(text).output.made_of.value;
      expect(configuration).toBe(configurationOf(text));
      expect(inputs).toContain(`account_ids["${name}"]`);
      return configuration;
    });
    expect(new Set(hashes).size).toBe(4);
  });
});
