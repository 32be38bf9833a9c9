import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LeftInAws } from '../../rehearsal/left-in-aws';

describe('what Terraform has forgotten and AWS still has', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'left-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const stackOf = (json: object) => {
    writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(json));
    return { name: 'ai-models', directory, dependencies: [] };
  };
  const removed = ['aws_s3_bucket.results', 'aws_s3_bucket_policy.results', 'aws_kms_key.never-made'];
  const forgetting = { removed: removed.map((from) => ({ from })) };
  const written = { resource: { aws_s3_bucket: { results: {} }, aws_s3_bucket_policy: { results: {} } } };

  /** Terraform with a state, which imports into it. */
  const terraformWith = (state: Record<string, string>) => {
    const imported: string[] = [];
    return {
      imported,
      tryIdOf: (address: string) => state[address],
      import: async (address: string, id: string) => {
        imported.push(`${address} ${id}`);
        state[address] = id;
        return { code: 0, output: '' };
      },
    };
  };

  it('is imported when it is written again, where making it again would fail', async () => {
    const left = new LeftInAws();
    left.note(
      stackOf(forgetting),
      terraformWith({ 'aws_s3_bucket.results': 'b', 'aws_s3_bucket_policy.results': 'b' }),
    );
    const terraform = terraformWith({});
    await left.takeUp(stackOf(forgetting), terraform);
    expect(terraform.imported).toEqual([]);
    await left.takeUp(stackOf(written), terraform);
    await left.takeUp(stackOf(written), terraform);
    expect(terraform.imported).toEqual(['aws_s3_bucket.results b']);
  });

  it('is left alone where the state has it, because its apply did not begin', async () => {
    const left = new LeftInAws();
    const terraform = terraformWith({ 'aws_s3_bucket.results': 'b' });
    left.note(stackOf(forgetting), terraform);
    await left.takeUp(stackOf(written), terraform);
    expect(terraform.imported).toEqual([]);
  });
});
