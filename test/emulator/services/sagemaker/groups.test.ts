import { sagemaker } from '../../../../emulator/services/sagemaker';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const ModelPackageGroupName = 'triage';
const group = `arn:aws:sagemaker:us-east-1:${MANAGEMENT}:model-package-group/triage`;
const versions = group.replace('model-package-group', 'model-package');
const invalid = refusal('ValidationException');

async function setUp() {
  const service = sagemaker(fakeWorld());
  const call = callOf(service);
  await call('CreateModelPackageGroup', { ModelPackageGroupName, Tags: [{ Key: 'owner', Value: 'ml' }] });
  const put = (ResourcePolicy: string) => call('PutModelPackageGroupPolicy', { ModelPackageGroupName, ResourcePolicy });
  const get = () => call('GetModelPackageGroupPolicy', { ModelPackageGroupName });
  return { service, call, put, get };
}

const statement = (change: object = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: 'sagemaker:DescribeModelPackage',
  Resource: `${versions}/*`,
  ...change,
});
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

describe('a model package group', () => {
  it('keeps its tags until they are changed', async () => {
    const { call } = await setUp();
    await call('AddTags', { ResourceArn: group, Tags: [{ Key: 'risk-class', Value: 'high' }] });
    await call('DeleteTags', { ResourceArn: group, TagKeys: ['owner'] });
    expect(await call('ListTags', { ResourceArn: group })).toEqual({ Tags: [{ Key: 'risk-class', Value: 'high' }] });
  });

  it('is made once under a name, and is deleted', async () => {
    const { call, service } = await setUp();
    await expect(call('CreateModelPackageGroup', { ModelPackageGroupName })).rejects.toEqual(invalid);
    await expect(call('CreateModelPackageGroup', { ModelPackageGroupName: 'a_b' })).rejects.toEqual(invalid);
    await call('DeleteModelPackageGroup', { ModelPackageGroupName: group });
    await expect(call('DescribeModelPackageGroup', { ModelPackageGroupName })).rejects.toEqual(invalid);
    expect(service.leftovers()).toEqual([]);
  });
});

describe('the policy of a group', () => {
  it('is read back as it was put, and gone once it is deleted', async () => {
    const { call, put, get } = await setUp();
    await expect(get()).rejects.toEqual(invalid);
    const ResourcePolicy = policy(statement({ Resource: [group, `${versions}/*`] }));
    await put(ResourcePolicy);
    expect(await get()).toEqual({ ResourcePolicy });
    await call('DeleteModelPackageGroupPolicy', { ModelPackageGroupName });
    await expect(get()).rejects.toEqual(invalid);
  });

  it('has at most 20,480 characters', async () => {
    const { put } = await setUp();
    const sized = (length: number) =>
      policy(statement({ Sid: 'x'.repeat(length - policy(statement({ Sid: '' })).length) }));
    await expect(put(sized(20_480))).resolves.toBeDefined();
    await expect(put(sized(20_481))).rejects.toEqual(invalid);
  });

  it.each<[string, string]>([
    ['is no JSON', '{'],
    ['has a statement that is none', JSON.stringify({ Statement: ['Allow'] })],
    ['names nobody', policy(statement({ Principal: undefined }))],
    ['speaks of another group', policy(statement({ Resource: `${versions}-2/*` }))],
    ['speaks of everything', policy(statement({ Resource: '*' }))],
  ])('is refused where it %s', async (_, text) => {
    const { put } = await setUp();
    await expect(put(text)).rejects.toEqual(invalid);
  });
});
