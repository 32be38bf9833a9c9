import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeploymentOptions } from '../../deployment/deployment-options';
import { newRun, tryUnfinishedRun } from '../../deployment/run-folder';
import { inOrderOfDestruction } from '../../deployment/teardown/order';
import { tryWait } from '../../deployment/teardown/waits';
import { Deployable } from '../support/engine/deployable';
import type { Specs } from '../support/engine/write-stacks';

// Each command of the engine is a process.
jest.setTimeout(30_000);

const three: Specs = {
  management: {},
  security: { reads: ['management'], buckets: ['logs', 'findings'] },
  'account-a': { reads: ['management', 'security'] },
};
const protectedOnes: Specs = {
  ...three,
  security: { ...three.security, body: { lifecycle: { prevent_destroy: true } } },
};

describe('a teardown of stacks', () => {
  let zone: Deployable;
  beforeEach(async () => {
    zone = new Deployable();
    zone.write(three);
    await zone.deploy();
    zone.calls();
  });
  afterEach(() => zone.remove());

  const destroy = (options: Parameters<Deployable['deploy']>[0] = {}, run?: ReturnType<typeof newRun>) =>
    zone.deploy({ goal: 'destroy', stacks: inOrderOfDestruction(zone.stacks), ...options }, run);
  const release = (options: Parameters<Deployable['deploy']>[0] = {}) =>
    zone.deploy({ goal: 'release', onlyChanged: true, ...options });
  const resourcesIn = (stack: string): readonly string[] =>
    zone
      .stateOf(stack)
      .resources.flatMap(({ type, name }: { readonly type: string; readonly name: string }) =>
        type === 'aws_s3_bucket' ? [name] : [],
      );

  it('destroys each stack after those that are deployed after it', async () => {
    expect(await destroy()).toEqual({ 'account-a': 'destroyed', security: 'destroyed', management: 'destroyed' });
    expect(zone.calls().filter((call) => call.startsWith('apply'))).toEqual([
      'apply account-a',
      'apply security',
      'apply management',
    ]);
    expect(resourcesIn('security')).toEqual([]);
  });

  it('starts no engine where it is run again and all is gone', async () => {
    await destroy();
    zone.calls();
    expect(await destroy()).toEqual({ 'account-a': 'gone', security: 'gone', management: 'gone' });
    expect(zone.calls()).toEqual([]);
  });

  it('deploys again what was destroyed, as something that was never there', async () => {
    await destroy();
    expect(Object.values(await zone.deploy({ onlyChanged: true }))).toEqual(Array(3).fill('applied'));
  });

  it('holds up by a stack that failed what that one needs, and nothing else, and goes on from there', async () => {
    zone.write({ ...three, cost: { after: ['management'] } });
    await zone.deploy();
    zone.let('half', 'account-a');
    expect(await destroy()).toEqual({
      ...{ cost: 'destroyed', 'account-a': 'failed' },
      ...{ security: 'skipped', management: 'skipped' },
    });
    zone.letNothing('half', 'account-a');
    expect(await release()).toMatchObject({ cost: 'gone', 'account-a': 'unchanged', security: 'unchanged' });
    expect(await destroy()).toEqual({
      ...{ cost: 'gone', 'account-a': 'destroyed' },
      ...{ security: 'destroyed', management: 'destroyed' },
    });
  });

  it('says that it waits where AWS lets something go later only', async () => {
    zone.let('wait', 'management');
    const results = await zone
      .deployment(undefined, { goal: 'destroy', stacks: inOrderOfDestruction(zone.stacks) })
      .run();
    expect(results.at(-1)).toMatchObject({ stack: 'management', outcome: 'waits' });
    expect(results.at(-1)?.reason).toContain('90 days');
  });

  it('previews what would go, of what is protected too, and writes nothing', async () => {
    const before = zone.stateOf('security');
    const run = newRun(zone.outdir);
    expect(await destroy({ goal: 'preview', outliving: keeping('aws_s3_bucket.logs') }, run)).toEqual({
      'account-a': 'planned',
      security: 'planned',
      management: 'planned',
    });
    expect(zone.stateOf('security')).toEqual(before);
    expect(zone.calls().filter((call) => /^(apply|state)/.test(call))).toEqual([]);
    expect(tryUnfinishedRun(zone.outdir)).toBeUndefined();
  });

  const keeping = (...addresses: readonly string[]): DeploymentOptions['outliving'] => ({
    of: (stack) => (stack === 'security' ? addresses : []),
    leave: async () => undefined,
  });

  it('lets go what outlives it before anything else of the stack is destroyed', async () => {
    const left: unknown[] = [];
    const { of } = keeping('aws_s3_bucket.logs', 'aws_s3_bucket.never-made') ?? {};
    const leave = async (...what: unknown[]) => void left.push(what);
    await destroy({ outliving: { of: of ?? (() => []), leave } });
    expect(left).toEqual([['security', ['aws_s3_bucket.logs']]]);
    expect(zone.calls().filter((call) => call.endsWith('security'))).toEqual([
      'state security',
      'plan security',
      'apply security',
    ]);
  });

  it('takes nothing in again that it let go', async () => {
    const imports = [{ to: 'aws_s3_bucket.logs', id: 'logs' }];
    zone.write({ ...three, security: { ...three.security, imports } });
    await destroy({ outliving: keeping('aws_s3_bucket.logs') });
    const { import: left } = JSON.parse(readFileSync(join(zone.outdir, 'stacks/security/cdk.tf.json'), 'utf8'));
    expect(left).toBeUndefined();
  });

  it('destroys nothing that the gate refuses, and nothing that a refused stack needs', async () => {
    const objections = (stack: string) =>
      stack === 'security' ? ['destroy security/aws_s3_bucket.logs: it is kept'] : [];
    expect(await destroy({ objections })).toEqual({
      'account-a': 'destroyed',
      security: 'refused',
      management: 'skipped',
    });
    expect(resourcesIn('security')).toEqual(['logs', 'findings']);
  });

  describe('first releases', () => {
    const open: Specs = { ...three, security: { ...three.security, body: { force_destroy: true } } };

    it('what is written without protection, in place, and leaves the other stacks alone', async () => {
      zone.write(open);
      expect(await release()).toEqual({ management: 'unchanged', security: 'released', 'account-a': 'unchanged' });
      expect(await release()).toMatchObject({ security: 'unchanged' });
    });

    it('what is there alone: it makes nothing anew, and destroys nothing', async () => {
      zone.write({ ...open, security: { ...open.security, buckets: ['logs', 'another'] } });
      expect(await release()).toMatchObject({ security: 'released' });
      expect(resourcesIn('security')).not.toContain('another');
    });
  });

  it('does not release again what a killed destroy has begun with: what outlives it has left the state, and is not made anew', async () => {
    const { resources, ...state } = zone.stateOf('security');
    const others = resources.filter(({ name }: { readonly name: string }) => name !== 'logs');
    zone.writeState('security', { ...state, resources: others });
    const outliving = { of: () => ['aws_s3_bucket.logs'], leave: async () => {} };
    expect(await release({ stacks: zone.stacks.filter(({ name }) => name === 'security'), outliving })).toEqual({
      security: 'unchanged',
    });
    expect(await release()).toMatchObject({ security: expect.not.stringMatching('unchanged') });
  });

  it('is told by the engine where something is still protected, and changes nothing', async () => {
    zone.write(protectedOnes);
    await zone.deploy();
    expect(await destroy()).toMatchObject({ security: 'failed', management: 'skipped' });
    expect(resourcesIn('security')).toEqual(['logs', 'findings']);
  });
});

describe('what a destroy ends with', () => {
  const notEmpty = 'Error: deleting Organizations OU (ou-1): OrganizationalUnitNotEmptyException: it contains accounts';

  it.each([
    ['an OU with closed accounts', `${notEmpty}\n\n${notEmpty}`, '90 days'],
    [
      'too many closures',
      'Error: closing: ConstraintViolationException: CLOSE_ACCOUNT_QUOTA_EXCEEDED',
      'no more accounts',
    ],
    [
      'a closing that the provider does not see',
      "Error: waiting for delete: unexpected\nstate '', wanted target ''",
      'has taken',
    ],
  ])('is a wait for AWS: %s', (_, errors, says) => expect(tryWait(errors)).toContain(says));

  it.each([
    ['another error beside it', `${notEmpty}\n\nError: deleting S3 Bucket (logs): BucketNotEmpty`],
    ['no error that is told', 'apply was killed'],
  ])('is a failure where there is %s', (_, errors) => expect(tryWait(errors)).toBeUndefined());
});
