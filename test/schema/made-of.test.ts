import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { configurationOf, inputsOf, readsIn, stamped, tryTextIn, withMadeOf } from '../../schema/facts/made-of';

const state = 'data.terraform_remote_state';
const textOf = (bucket: string, version = '1.0.0'): string => {
  const locals = { bucket, account: `\${${state}.management.outputs.account_ids["ml-production"]}` };
  return JSON.stringify(withMadeOf({ output: {}, locals }, version), undefined, 2);
};
const saidBy = (text: string) => JSON.parse(text).resource.terraform_data.made_of.input;

describe('what a stack was made of', () => {
  it('is its whole text but for what it says of that itself', () => {
    const text = stamped(textOf('logs'));
    expect(saidBy(text).configuration).toBe(configurationOf(text));
    expect(saidBy(text).configuration).toMatch(/^[0-9a-f]{64}$/);
    expect(stamped(text)).toBe(text);
    expect(saidBy(stamped(textOf('trails'))).configuration).not.toBe(saidBy(text).configuration);
  });

  it('is the same for a release that writes the same', () => {
    const [older, newer] = [stamped(textOf('logs', '1.0.0')), stamped(textOf('logs', '2.0.0'))];
    expect([saidBy(older).version, saidBy(newer).version]).toEqual(['1.0.0', '2.0.0']);
    expect(saidBy(newer).configuration).toBe(saidBy(older).configuration);
  });

  it('is seen by whoever reads a text that was changed by hand', () => {
    const text = stamped(textOf('logs'));
    expect(configurationOf(text.replace('"logs"', '"mine"'))).not.toBe(saidBy(text).configuration);
  });

  it('stays out of a text that has no place for it', () => {
    expect(stamped('{"resource": {}}')).toBe('{"resource": {}}');
  });

  it('has of other stacks each value that is read, item by item, and none twice', () => {
    const configuration = {
      a: [`\${${state}.management.outputs.account_ids.sandbox}`, `\${${state}.log-archive.outputs.trail_bucket}/x`],
      b: `\${lower(${state}.management.outputs.account_ids["a-\\"b%%{c"])} \${${state}.management.outputs.account_ids.sandbox}`,
    };
    expect(readsIn(configuration).map(({ producer, output, key }) => [producer, output, key])).toEqual([
      ['management', 'account_ids', 'sandbox'],
      ['log-archive', 'trail_bucket', undefined],
      ['management', 'account_ids', 'a-"b%{c'],
    ]);
    expect(withMadeOf({ output: {}, ...configuration }, '1').resource.terraform_data.made_of.input.inputs).toContain(
      `${state}.log-archive.outputs.trail_bucket, `,
    );
  });

  it('waits for everything that is written, whatever else of its type is there', () => {
    const resource = { aws_s3_bucket: { logs: {}, trails: {} }, terraform_data: { channel: { input: 'C0' } } };
    const { terraform_data } = withMadeOf({ resource }, '1').resource;
    expect(terraform_data.made_of.depends_on).toEqual([
      'aws_s3_bucket.logs',
      'aws_s3_bucket.trails',
      'terraform_data.channel',
    ]);
    expect(terraform_data).toMatchObject({ channel: { input: 'C0' } });
  });

  it('is read whole out of what is published, and not at all where a release has published none of it', () => {
    expect(tryTextIn(gzipSync('{"resource": {}}').toString('base64'))).toBe('{"resource": {}}');
    expect([tryTextIn(undefined), tryTextIn(null), tryTextIn('')]).toEqual([undefined, undefined, undefined]);
  });

  it('hashes what was read as Terraform does', () => {
    // terraform console: sha256(join("\n", ["a", "b"]))
    expect(inputsOf(['a', 'b'])).toBe('7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78');
    expect(inputsOf([])).toBe(createHash('sha256').digest('hex'));
  });
});
