import { sagemaker } from '../../../../emulator/services/sagemaker';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

/** SageMaker over a moto that describes some things, and the calls that made them. */
function setUp() {
  const there = new Set<string>();
  const world = fakeWorld({
    moto: ({ headers = {}, body = '{}' }) => {
      const [kind = ''] = /(FeatureGroup|NotebookInstanceLifecycleConfig)$/.exec(headers['x-amz-target'] ?? '') ?? [];
      const name = JSON.parse(body)[`${kind}Name`];
      const described = {
        ...{ [`${kind}Name`]: name, [`${kind}Arn`]: `arn:${name}`, CreationTime: 1, RoleArn: 'r' },
        ...(kind === 'FeatureGroup' && { EventTimeFeatureName: 'updated_at' }),
      };
      return there.has(name) ? { status: 200, body: JSON.stringify(described) } : { status: 400, body: '{}' };
    },
  });
  const made = (kind: string, name: string, { region = 'us-east-1', error = false } = {}) => {
    if (!error) there.add(name);
    world.events.add({
      ...{ time: 0, account: MANAGEMENT, region, accessKey: 'AKIA1', service: 'sagemaker' },
      ...{ operation: `Create${kind}`, input: { [`${kind}Name`]: name } },
      caller: { account: MANAGEMENT, arn: '', userId: '', principal: '' },
      ...(error && { error: { code: 'ValidationException', message: '' } }),
    });
  };
  return { call: callOf(sagemaker(world)), made, there };
}

describe('the feature groups', () => {
  it('are those that were made and not deleted, each in its region', async () => {
    const { call, made, there } = setUp();
    const names = async (input: object = {}) =>
      (await call('ListFeatureGroups', input)).FeatureGroupSummaries.map(
        ({ FeatureGroupName }: { FeatureGroupName: string }) => FeatureGroupName,
      );
    expect(await names()).toEqual([]);
    for (const name of ['ages', 'sizes', 'gone']) made('FeatureGroup', name);
    made('FeatureGroup', 'ages');
    made('FeatureGroup', 'elsewhere', { region: 'eu-west-1' });
    made('FeatureGroup', 'refused', { error: true });
    there.delete('gone');
    expect(await names()).toEqual(['ages', 'sizes']);
    expect(await names({ NameContains: 'age' })).toEqual(['ages']);
    expect(await names({ NameContains: 'updated' })).toEqual([]);
    const { NextToken } = await call('ListFeatureGroups', { MaxResults: 1 });
    expect(await names({ NextToken })).toEqual(['sizes']);
    for (const input of [{ MaxResults: 101 }, { NextToken: 'x' }])
      await expect(names(input)).rejects.toEqual(refusal('ValidationException'));
  });
});

describe('the lifecycle configurations of notebooks', () => {
  it('are listed with what identifies them', async () => {
    const { call, made } = setUp();
    made('NotebookInstanceLifecycleConfig', 'idle');
    expect((await call('ListNotebookInstanceLifecycleConfigs')).NotebookInstanceLifecycleConfigs).toEqual([
      { NotebookInstanceLifecycleConfigName: 'idle', NotebookInstanceLifecycleConfigArn: 'arn:idle', CreationTime: 1 },
    ]);
  });
});
