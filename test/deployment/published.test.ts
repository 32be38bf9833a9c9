import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../deployment/engine';
import { Published } from '../../deployment/published';
import type { StateFile } from '../../deployment/states/state-file';
import { configurationOf, inputsOf, stamped, withMadeOf } from '../../schema/facts/made-of';

const engine: Engine = {
  name: 'terraform',
  program: 'terraform',
  registry: 'registry.terraform.io',
  version: '1.11.4',
};
const producer = 'data.terraform_remote_state.management.outputs';

describe('what is published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-published-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function stackOf(name: string, reads: readonly string[], provider = '5.100.0') {
    const directory = join(folder, name);
    mkdirSync(directory, { recursive: true });
    const configuration = {
      resource: { aws_s3_bucket: { logs: {} } },
      terraform: { backend: { local: { path: name } }, required_providers: { aws: { version: provider } } },
      locals: reads.map((each) => `\${${producer}.${each}}`),
    };
    const text = stamped(JSON.stringify(withMadeOf(configuration, '1'), undefined, 2));
    writeFileSync(join(directory, 'cdk.tf.json'), text);
    return { stack: { name, directory, dependencies: [] }, configuration: configurationOf(text) };
  }

  const management = stackOf('management', []);
  const account = stackOf('account', ['account_ids["lab-a"]', 'root_id']);
  const producing: StateFile = {
    outputs: { account_ids: { value: { 'lab-a': '111122223333', other: '4' } }, root_id: { value: 'r-1' } },
  };
  const bucket = { mode: 'managed', type: 'aws_s3_bucket', name: 'logs', instances: [{}] } as const;
  const made = { mode: 'managed', type: 'terraform_data', name: 'made_of', instances: [{}] } as const;
  const stateOf = (configuration: string, more: Partial<StateFile> = {}): StateFile => ({
    terraform_version: '1.11.9',
    resources: [bucket, made],
    outputs: { made_of: { value: { configuration, inputs: inputsOf(['111122223333', 'r-1']), version: '0' } } },
    ...more,
  });

  const why = (
    state: StateFile | undefined,
    { stack } = account,
    upstream: StateFile | undefined = producing,
    known?: string,
  ) =>
    new Published(
      [management.stack, stack],
      engine,
      async (place) => (place.type === 'local' && place.file.endsWith('/management/management') ? upstream : state),
      new Map(known === undefined ? [] : [[stack.name, known]]),
    ).whyChanged(stack);

  it('tells that a stack is made of exactly this, whatever release and patch have applied it', async () => {
    expect(await why(stateOf(account.configuration))).toBeUndefined();
  });

  it('tells that an item changed that the stack reads, and minds no other', async () => {
    const other = {
      outputs: { ...producing.outputs, account_ids: { value: { 'lab-a': '111122223333', other: '5' } } },
    };
    expect(await why(stateOf(account.configuration), account, other)).toBeUndefined();
    const changed = { outputs: { ...producing.outputs, account_ids: { value: { 'lab-a': '999' } } } };
    expect(await why(stateOf(account.configuration), account, changed)).toBe(
      'what it reads of other stacks is another',
    );
    expect(await why(stateOf(account.configuration), account, { outputs: {} })).toBe(
      'what it reads of other stacks is another',
    );
  });

  it('tells every other difference', async () => {
    expect(await why(undefined)).toBe('it was never deployed');
    expect(await why({ outputs: {} })).toMatch(/when stacks did not say yet/);
    expect(await why(stateOf('of another text'))).toBe('its configuration is another');
    const older = stateOf(account.configuration, { terraform_version: '1.10.5' });
    expect(await why(older)).toBe('1.10.5 has written its state, and terraform is 1.11.4');
    const provider = 'provider["registry.opentofu.org/hashicorp/aws"].security';
    const resources = [{ mode: 'managed', type: 'aws_s3_bucket', name: 'logs', provider } as const, made];
    expect(await why(stateOf(account.configuration, { resources }))).toBe(
      'it was applied by another engine than terraform',
    );
  });

  it('tells that what was made is not what is published, as where somebody has left things out by hand', async () => {
    const data = { mode: 'data', type: 'aws_region', name: 'here' } as const;
    const whole = stateOf(account.configuration, { resources: [bucket, made, data] });
    expect(await why(whole)).toBeUndefined();
    const ended = 'an apply of it did not come to its end';
    // Not made, not destroyed, not read to the end, not replaced.
    expect(await why({ ...whole, resources: [made, data] })).toBe(ended);
    expect(await why({ ...whole, resources: [bucket, made, { ...bucket, name: 'old' }] })).toBe(ended);
    expect(await why({ ...whole, resources: [made, { ...bucket, instances: [{ status: 'tainted' }] }] })).toBe(ended);
    expect(await why({ ...whole, resources: [made, { ...bucket, instances: [{}, { deposed: '1a2b' }] }] })).toBe(ended);
  });

  it('is not enough where several providers may apply a stack, unless one has from here', async () => {
    const range = stackOf('ranged', ['account_ids["lab-a"]', 'root_id'], '>= 5.0');
    const state = stateOf(range.configuration);
    expect(await why(state, range)).toMatch(/admits several providers/);
    const published = new Published([management.stack, range.stack], engine, async () => producing);
    expect(await why(state, range, producing, await published.keyOf(range.stack))).toBeUndefined();
  });

  it('does not take a state for whole that does not tell of resources, unless a plan from here said so', async () => {
    const { resources: _, ...outputsOnly } = stateOf(account.configuration);
    expect(await why(outputsOnly)).toBe('its state does not tell what was made');
    const published = new Published([management.stack, account.stack], engine, async () => producing);
    const key = await published.keyOf(account.stack);
    expect(await why(outputsOnly, account, producing, key)).toBeUndefined();
    expect(await why(outputsOnly, account, producing, 'of another')).toBe('its state does not tell what was made');
  });

  it('gives a stack another key each time while something is unknown that it reads', async () => {
    const encrypted = new Published([management.stack, account.stack], engine, async () => ({}));
    expect(await encrypted.keyOf(account.stack)).not.toBe(await encrypted.keyOf(account.stack));
    expect(await encrypted.keyOf(management.stack)).toBe(await encrypted.keyOf(management.stack));
  });

  it('reads a state again that could not be read', async () => {
    let reads = 0;
    const once = new Published([account.stack], engine, async () => {
      reads += 1;
      if (reads === 1) throw new Error('throttled');
      return producing;
    });
    await expect(once.stateOf(account.stack)).rejects.toThrow('throttled');
    expect(await once.stateOf(account.stack)).toBe(producing);
    await once.stateOf(account.stack);
    expect(reads).toBe(2);
  });

  it('does not make a stack unchanged that cannot be compared', async () => {
    const unreadable = new Published([account.stack], engine, async () =>
      Promise.reject(new Error('access denied\nmore')),
    );
    expect(await unreadable.whyChanged(account.stack)).toBe('its state cannot be compared: access denied');
  });
});
