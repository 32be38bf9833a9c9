import { ce } from '../../../../emulator/services/ce';
import type { WorldSettings } from '../../../../emulator/world';
import { callOf, fakeWorld, refusal } from '../../../support/world';

const services = { MonitorName: 'services', MonitorType: 'DIMENSIONAL', MonitorDimension: 'SERVICE' };
const threshold = (
  Values: string[],
  Key = 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
  MatchOptions = ['GREATER_THAN_OR_EQUAL'],
) => ({
  Dimensions: { Key, Values, MatchOptions },
});

async function start(settings?: Partial<WorldSettings>) {
  const world = fakeWorld({ settings });
  const account = await world.vend('models');
  const service = ce(world);
  const ask = (operation: string, input: object = {}, caller = account) => callOf(service)(operation, input, caller);
  const monitor = async (AnomalyMonitor: object = services): Promise<string> =>
    (await ask('CreateAnomalyMonitor', { AnomalyMonitor })).MonitorArn;
  return { world, account, service, ask, monitor };
}

async function withMonitor() {
  const started = await start();
  const monitorArn = await started.monitor();
  const subscribe = async (change: object = {}): Promise<string> => {
    const AnomalySubscription = {
      SubscriptionName: 'anomalies',
      Frequency: 'DAILY',
      MonitorArnList: [monitorArn],
      Subscribers: [{ Type: 'EMAIL', Address: 'costs@example.com' }],
      ThresholdExpression: threshold(['100']),
      ...change,
    };
    return (await started.ask('CreateAnomalySubscription', { AnomalySubscription })).SubscriptionArn;
  };
  return { ...started, monitorArn, subscribe };
}

describe('an anomaly monitor', () => {
  test('of a dimension is the only one of it in an account', async () => {
    const { monitor, ask } = await start();
    const arn = await monitor();
    await expect(monitor({ ...services, MonitorName: 'another' })).rejects.toThrow(
      'Limit exceeded on dimensional spend monitor creation',
    );
    await ask('DeleteAnomalyMonitor', { MonitorArn: arn });
    await expect(monitor()).resolves.toMatch(/^arn:aws:ce::\d{12}:anomalymonitor\/[0-9a-f-]{36}$/);
  });

  test('waits for Cost Explorer, in a member and in the management account, where a person opens it', async () => {
    const { monitor, ask, world } = await start({ costExplorer: false });
    const refused = 'User not enabled for cost explorer access';
    await expect(monitor()).rejects.toThrow(refused);
    const { managementAccount } = world.settings;
    await expect(ask('CreateAnomalyMonitor', { AnomalyMonitor: services }, managementAccount)).rejects.toThrow(refused);
  });

  test('of accounts is one of many, and keeps what it is told to watch', async () => {
    const { ask, monitor } = await start();
    const ofAccount = (id: string) => ({
      MonitorName: id,
      MonitorType: 'CUSTOM',
      MonitorSpecification: { Dimensions: { Key: 'LINKED_ACCOUNT', Values: [id] } },
    });
    const first = await monitor(ofAccount('111122223333'));
    await monitor(ofAccount('222233334444'));
    const { AnomalyMonitors } = await ask('GetAnomalyMonitors', { MonitorArnList: [first] });
    expect(AnomalyMonitors).toEqual([{ ...ofAccount('111122223333'), MonitorArn: first }]);
  });

  test('can change its name alone', async () => {
    const { ask, monitorArn } = await withMonitor();
    await ask('UpdateAnomalyMonitor', { MonitorArn: monitorArn, MonitorName: 'renamed' });
    expect(await ask('GetAnomalyMonitors', { MonitorArnList: [monitorArn] })).toEqual({
      AnomalyMonitors: [{ ...services, MonitorName: 'renamed', MonitorArn: monitorArn }],
    });
  });

  test.each([
    ['without a name', { MonitorName: '' }],
    ['of a type that there is none of', { MonitorType: 'SERVICE' }],
    ['of a dimension that there is none of', { MonitorDimension: 'REGION' }],
    ['with both dimension and specification', { MonitorSpecification: {} }],
    ['of its own making without a specification', { MonitorType: 'CUSTOM', MonitorDimension: undefined }],
  ])('is refused %s', async (_what, change) => {
    const { monitor } = await start();
    await expect(monitor({ ...services, ...change })).rejects.toEqual(refusal('ValidationException'));
  });

  test('is not another account’s to read', async () => {
    const { ask, monitorArn, world } = await withMonitor();
    const other = await world.vend('other');
    await expect(ask('GetAnomalyMonitors', { MonitorArnList: [monitorArn] }, other)).rejects.toEqual(
      refusal('UnknownMonitorException'),
    );
  });
});

describe('a subscription to anomalies', () => {
  test('is answered with the state of each who gets it', async () => {
    const { ask, subscribe, account } = await withMonitor();
    const arn = await subscribe();
    const { AnomalySubscriptions } = await ask('GetAnomalySubscriptions', { SubscriptionArnList: [arn] });
    expect(AnomalySubscriptions).toMatchObject([
      { AccountId: account, Subscribers: [{ Address: 'costs@example.com', Status: 'CONFIRMED' }] },
    ]);
  });

  test.each([
    ['by e-mail at once', { Frequency: 'IMMEDIATE' }],
    ['to a topic once a day', { Subscribers: [{ Type: 'SNS', Address: 'arn:aws:sns:us-east-1:111111111111:costs' }] }],
    ['to nobody', { Subscribers: [] }],
    ['of no monitor', { MonitorArnList: [] }],
    ['without a threshold', { ThresholdExpression: undefined }],
    ['from a threshold that is no number', { ThresholdExpression: threshold(['much']) }],
    ['from a threshold that is matched otherwise', { ThresholdExpression: threshold(['1'], undefined, ['EQUALS']) }],
    ['from a threshold of another dimension', { ThresholdExpression: threshold(['1'], 'SERVICE') }],
    ['every hour', { Frequency: 'HOURLY' }],
  ])('is refused %s', async (_what, change) => {
    const { subscribe } = await withMonitor();
    await expect(subscribe(change)).rejects.toEqual(refusal('ValidationException'));
  });

  test('names monitors that are there', async () => {
    const { subscribe, monitorArn } = await withMonitor();
    await expect(subscribe({ MonitorArnList: [`${monitorArn}0`] })).rejects.toEqual(refusal('UnknownMonitorException'));
  });

  test('keeps the rest when one thing of it changes, under the same rules', async () => {
    const { ask, subscribe } = await withMonitor();
    const SubscriptionArn = await subscribe();
    await ask('UpdateAnomalySubscription', { SubscriptionArn, ThresholdExpression: threshold(['7']) });
    const { AnomalySubscriptions } = await ask('GetAnomalySubscriptions');
    expect(AnomalySubscriptions).toMatchObject([{ Frequency: 'DAILY', ThresholdExpression: threshold(['7']) }]);
    await expect(ask('UpdateAnomalySubscription', { SubscriptionArn, Frequency: 'IMMEDIATE' })).rejects.toEqual(
      refusal('ValidationException'),
    );
  });

  test('is left over until it is deleted, as its monitor is, and both go with their account', async () => {
    const { ask, subscribe, service, monitorArn, world, account } = await withMonitor();
    const SubscriptionArn = await subscribe();
    expect(service.leftovers()).toEqual(
      [monitorArn, SubscriptionArn].map((arn) => ({ account, resource: `global ${arn.split(':').at(-1)}` })),
    );
    await ask('DeleteAnomalySubscription', { SubscriptionArn });
    await ask('DeleteAnomalyMonitor', { MonitorArn: monitorArn });
    expect(service.leftovers()).toEqual([]);
    await expect(ask('DeleteAnomalySubscription', { SubscriptionArn })).rejects.toEqual(
      refusal('UnknownSubscriptionException'),
    );
    await ask('CreateAnomalyMonitor', { AnomalyMonitor: services });
    await world.organizations('CloseAccount', { AccountId: account });
    expect(service.leftovers()).toEqual([]);
  });

  test('carries tags that can change', async () => {
    const { ask, monitorArn: ResourceArn } = await withMonitor();
    await ask('TagResource', {
      ResourceArn,
      ResourceTags: [
        { Key: 'owner', Value: 'ml' },
        { Key: 'team', Value: 'a' },
      ],
    });
    await ask('UntagResource', { ResourceArn, ResourceTagKeys: ['team'] });
    expect(await ask('ListTagsForResource', { ResourceArn })).toEqual({
      ResourceTags: [{ Key: 'owner', Value: 'ml' }],
    });
    await expect(ask('ListTagsForResource', { ResourceArn: `${ResourceArn}0` })).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });
});
