import childProcess from 'node:child_process';
import { posix } from 'node:path';
import { keyIdPattern } from '../../schema/facts/patterns';
import type { SettingsSpec } from '../../schema/forms/settings';
import { type Stack, smallZone, stacksIn, written } from '../support/synth';

/** Every way to start a program: the object is the one that all modules are given. */
const starts = ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'] as const;
for (const start of starts) jest.spyOn(childProcess, start);

const stacksOf = (backend: SettingsSpec['backend']): readonly Stack[] =>
  Object.values(stacksIn(written(smallZone({ backend }))));

/** Each state that some stack reads: who reads it, the name of its producer, and the data source. */
const reads = (stacks: readonly Stack[]) =>
  stacks.flatMap(({ name, json }) =>
    Object.entries<{ backend: string; config: object }>(json.data?.terraform_remote_state ?? {}).map(
      ([producer, { backend, config }]) => ({ reader: name, producer, backend, config }),
    ),
  );

describe('the local backend', () => {
  const stacks = stacksOf({ type: 'local' });

  test('keeps each state outside the output folder, so that a new synth cannot delete it', () => {
    for (const { name, json } of stacks) {
      expect(json.terraform.backend).toEqual({ local: { path: `../../../state/${name}.tfstate` } });
      const file = posix.join('project/cdktf.out/stacks', name, json.terraform.backend.local.path);
      expect(file).toBe(`project/state/${name}.tfstate`);
    }
  });

  test('reads each state where its producer keeps it', () => {
    for (const { producer, backend, config } of reads(stacks))
      expect({ backend, config }).toEqual({
        backend: 'local',
        config: { path: `../../../state/${producer}.tfstate` },
      });
  });
});

describe('the s3 backend', () => {
  const bucket = { type: 's3', bucket: 'acme-state', region: 'eu-west-1', prefix: 'lz' } as const;
  const stacks = stacksOf({ ...bucket, kmsKeyId: '1234abcd-12ab-44cd-86ef-1234567890ab' });

  test('keeps each state under a key of its own, encrypted and locked without a table', () => {
    for (const { name, json } of stacks)
      expect(json.terraform.backend).toEqual({
        s3: {
          bucket: 'acme-state',
          region: 'eu-west-1',
          key: `lz/${name}.tfstate`,
          kms_key_id: '1234abcd-12ab-44cd-86ef-1234567890ab',
          encrypt: true,
          use_lockfile: true,
        },
      });
  });

  // What `terraform init` of 1.11 says to each.
  test.each([
    ['alias/state', true],
    ['arn:aws:kms:eu-west-1:111122223333:alias/state', true],
    ['arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-44cd-86ef-1234567890ab', true],
    ['mrk-1234abcd12ab34cd56ef1234567890ab', true],
    ['1234abcd-12ab-34cd-56ef-1234567890ab', false],
    ['1234abcd-12ab-44cd-86ef-1234567890AB', false],
    ['arn:aws:kms:eu-west-1:111122223333:key/foo', false],
    ['alias/a.b', false],
  ])('takes the key %s: %s', (kmsKeyId, isTaken) => {
    expect(keyIdPattern.regex.test(kmsKeyId)).toBe(isTaken);
  });

  test('leaves the key to the bucket where none is named', () => {
    for (const { json } of stacksOf(bucket)) {
      expect(json.terraform.backend.s3).not.toHaveProperty('kms_key_id');
      expect(json.terraform.backend.s3.encrypt).toBe(true);
    }
  });

  test('reads each state where its producer keeps it', () => {
    for (const { producer, backend, config } of reads(stacks))
      expect({ backend, config }).toEqual({
        backend: 's3',
        config: { bucket: 'acme-state', region: 'eu-west-1', key: `lz/${producer}.tfstate` },
      });
  });
});

describe('the hcp backend', () => {
  const place = { organization: 'acme', hostname: 'app.terraform.io' };
  const stacks = stacksOf({ type: 'hcp', organization: 'acme', project: 'governance' });

  test('gives each stack a workspace in the project', () => {
    for (const { name, json } of stacks) {
      expect(json.terraform.cloud).toEqual({
        ...place,
        workspaces: { name: `landing-zone-${name}`, project: 'governance' },
      });
      expect(json.terraform.backend).toBeUndefined();
    }
  });

  test('leaves the project to HCP Terraform where none is named', () => {
    const [stack] = stacksOf({ type: 'hcp', organization: 'acme', workspacePrefix: 'acme-lz' });
    expect(stack?.json.terraform.cloud.workspaces).toEqual({ name: `acme-lz-${stack?.name}` });
  });

  test('reads each state out of the workspace of its producer', () => {
    for (const { producer, backend, config } of reads(stacks))
      expect({ backend, config }).toEqual({
        backend: 'remote',
        config: { ...place, workspaces: { name: `landing-zone-${producer}` } },
      });
  });
});

describe('every backend', () => {
  test('orders the stacks in the same way, by the same states', () => {
    const edges = (backend: SettingsSpec['backend']) =>
      reads(stacksOf(backend)).map(({ reader, producer }) => `${reader} reads ${producer}`);
    const local = edges({ type: 'local' });
    expect(local).toContain('account-management reads security');
    expect(edges({ type: 's3', bucket: 'acme-state', region: 'eu-west-1' })).toEqual(local);
    expect(edges({ type: 'hcp', organization: 'acme' })).toEqual(local);
  });

  test('is written without starting any program, Terraform included', () => {
    expect(starts.filter((start) => jest.mocked(childProcess[start]).mock.calls.length > 0)).toEqual([]);
  });
});
