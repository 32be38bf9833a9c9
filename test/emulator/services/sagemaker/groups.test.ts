import { sagemaker } from '../../../../emulator/services/sagemaker';
import type { Json } from '../../../../emulator/toolkit/untyped';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const ModelPackageGroupName = 'triage';
const group = `arn:aws:sagemaker:us-east-1:${MANAGEMENT}:model-package-group/triage`;
const versions = group.replace('model-package-group', 'model-package');
const INVALID = refusal('ValidationException');

async function setUp() {
  const service = sagemaker(fakeWorld());
  const call = callOf(service);
  await call('CreateModelPackageGroup', { ModelPackageGroupName, Tags: [{ Key: 'owner', Value: 'ml' }] });
  const put = (ResourcePolicy: string) => call('PutModelPackageGroupPolicy', { ModelPackageGroupName, ResourcePolicy });
  const get = () => call('GetModelPackageGroupPolicy', { ModelPackageGroupName });
  return { service, call, put, get };
}

const statement = (change: Json = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: 'sagemaker:DescribeModelPackage',
  Resource: `${versions}/*`,
  ...change,
});
const policy = (...Statement: Json[]) => JSON.stringify({ Version: '2012-10-17', Statement });

describe('a model package group', () => {
  it('keeps its tags until they are changed', async () => {
    const { call } = await setUp();
    await call('AddTags', { ResourceArn: group, Tags: [{ Key: 'risk-class', Value: 'high' }] });
    await call('DeleteTags', { ResourceArn: group, TagKeys: ['owner'] });
    expect(await call('ListTags', { ResourceArn: group })).toEqual({ Tags: [{ Key: 'risk-class', Value: 'high' }] });
  });

  it('is made once under a name, and is deleted', async () => {
    const { call, service } = await setUp();
    await expect(call('CreateModelPackageGroup', { ModelPackageGroupName })).rejects.toEqual(INVALID);
    await expect(call('CreateModelPackageGroup', { ModelPackageGroupName: 'a_b' })).rejects.toEqual(INVALID);
    await call('DeleteModelPackageGroup', { ModelPackageGroupName: group });
    await expect(call('DescribeModelPackageGroup', { ModelPackageGroupName })).rejects.toEqual(INVALID);
    expect(service.leftovers()).toEqual([]);
  });
});

describe('the policy of a group', () => {
  it('is read back as it was put, and gone once it is deleted', async () => {
    const { call, put, get } = await setUp();
    await expect(get()).rejects.toEqual(INVALID);
    const ResourcePolicy = policy(statement({ Resource: [group, `${versions}/*`] }));
    await put(ResourcePolicy);
    expect(await get()).toEqual({ ResourcePolicy });
    await call('DeleteModelPackageGroupPolicy', { ModelPackageGroupName });
    await expect(get()).rejects.toEqual(INVALID);
  });

  it('has at most 20,480 characters', async () => {
    const { put } = await setUp();
    const sized = (length: number) =>
      policy(statement({ Sid: 'x'.repeat(length - policy(statement({ Sid: '' })).length) }));
    await expect(put(sized(20_480))).resolves.toBeDefined();
    await expect(put(sized(20_481))).rejects.toEqual(INVALID);
  });

  it.each<[string, string]>([
    ['is no JSON', '{'],
    ['names nobody', policy(statement({ Principal: undefined }))],
    ['speaks of another group', policy(statement({ Resource: `${versions}-2/*` }))],
    ['speaks of everything', policy(statement({ Resource: '*' }))],
  ])('is refused where it %s', async (_, text) => {
    const { put } = await setUp();
    await expect(put(text)).rejects.toEqual(INVALID);
  });
});
