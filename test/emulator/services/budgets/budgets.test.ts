import { budgets } from '../../../../emulator/services/budgets';
import type { WorldSettings } from '../../../../emulator/world';
import { callOf, fakeWorld, refusal } from '../../../support/world';

const budget = {
  BudgetName: 'ai',
  BudgetType: 'COST',
  TimeUnit: 'MONTHLY',
  BudgetLimit: { Amount: '100', Unit: 'USD' },
};
const email = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ SubscriptionType: 'EMAIL', Address: `${index}@example.com` }));
const alert = (Threshold = 80, NotificationType = 'ACTUAL') => ({
  ComparisonOperator: 'GREATER_THAN',
  NotificationType,
  Threshold,
  ThresholdType: 'PERCENTAGE',
});

async function start(settings?: Partial<WorldSettings>) {
  const world = fakeWorld({ settings });
  const AccountId = await world.vend('models');
  const service = budgets(world);
  const call = callOf(service);
  const ask = (operation: string, input: object = {}) => call(operation, { AccountId, ...input }, AccountId);
  return { world, service, AccountId, call, ask };
}

async function withBudget() {
  const started = await start();
  await started.ask('CreateBudget', { Budget: budget });
  const notify = (Notification: object, Subscribers: object[] = email(1)) =>
    started.ask('CreateNotification', { BudgetName: 'ai', Notification, Subscribers });
  return { ...started, notify };
}

describe('a budget', () => {
  test('is answered with every default, and its limit with a fraction', async () => {
    const { ask } = await withBudget();
    const { Budget } = await ask('DescribeBudget', { BudgetName: 'ai' });
    expect(Budget).toMatchObject({
      BudgetLimit: { Amount: '100.0', Unit: 'USD' },
      CostTypes: { IncludeCredit: true, IncludeTax: true, UseAmortized: false },
      TimePeriod: { End: 3_706_473_600 },
    });
  });

  test.each([
    ['DAILY', '2026-05-17'],
    ['MONTHLY', '2026-05-01'],
    ['QUARTERLY', '2026-04-01'],
    ['ANNUALLY', '2026-01-01'],
  ])(
    'that is %s starts with the period in which it is made, unless its maker says otherwise',
    async (TimeUnit, first) => {
      const { ask, world } = await start();
      world.clock.set(new Date('2026-05-17T12:00:00Z'));
      await ask('CreateBudget', { Budget: { ...budget, TimeUnit } });
      const made = await ask('DescribeBudget', { BudgetName: 'ai' });
      expect(made.Budget).toMatchObject({
        TimePeriod: { Start: Date.parse(first) / 1000 },
        LastUpdatedTime: world.clock.seconds(),
      });
      await ask('UpdateBudget', { NewBudget: { ...budget, TimeUnit, TimePeriod: { Start: 1 } } });
      const updated = await ask('DescribeBudget', { BudgetName: 'ai' });
      expect(updated.Budget.TimePeriod).toEqual({ Start: 1, End: 3_706_473_600 });
    },
  );

  test('keeps what its maker says about credits', async () => {
    const { ask } = await withBudget();
    await ask('UpdateBudget', { NewBudget: { ...budget, CostTypes: { IncludeCredit: false } } });
    const { Budget } = await ask('DescribeBudget', { BudgetName: 'ai' });
    expect(Budget.CostTypes).toMatchObject({ IncludeCredit: false, IncludeRefund: true });
  });

  test('of a tag is cut by key and value of users', async () => {
    const { ask } = await start();
    const CostFilters = { TagKeyValue: ['user:owner$ml-platform', 'user:owner$research'] };
    await ask('CreateBudget', { Budget: { ...budget, CostFilters } });
    expect((await ask('DescribeBudget', { BudgetName: 'ai' })).Budget.CostFilters).toEqual(CostFilters);
  });

  test('waits in a member for Cost Explorer in the management account', async () => {
    const { ask, call, world } = await start({ costExplorer: false });
    await expect(ask('CreateBudget', { Budget: budget })).rejects.toThrow(/is a linked account/);
    await expect(ask('CreateBudget', { Budget: budget })).rejects.toEqual(refusal('AccessDeniedException'));
    const { managementAccount } = world.settings;
    await expect(call('CreateBudget', { AccountId: managementAccount, Budget: budget })).resolves.toEqual({});
  });

  test('is nobody else’s to manage', async () => {
    const { call, AccountId } = await withBudget();
    await expect(call('DeleteBudget', { AccountId, BudgetName: 'ai' })).rejects.toEqual(
      refusal('AccessDeniedException'),
    );
  });

  test('stands once under its name', async () => {
    const { ask } = await withBudget();
    await expect(ask('CreateBudget', { Budget: budget })).rejects.toEqual(refusal('DuplicateRecordException'));
  });

  test.each([
    ['without a limit', { BudgetLimit: undefined }],
    ['with a limit of nothing', { BudgetLimit: { Amount: '0', Unit: 'USD' } }],
    ['in another currency', { BudgetLimit: { Amount: '1', Unit: 'EUR' } }],
    ['with a colon in its name', { BudgetName: 'ai:month' }],
    ['with a name of more than 100 characters', { BudgetName: 'x'.repeat(101) }],
    ['cut by a dimension that there is none of', { CostFilters: { service: ['Amazon SageMaker'] } }],
    ['cut by no value', { CostFilters: { Service: [] } }],
    ['cut by a tag that does not say whose it is', { CostFilters: { TagKeyValue: ['owner$ml'] } }],
    ['of a unit that there is none of', { TimeUnit: 'WEEKLY' }],
  ])('is refused %s', async (_what, change) => {
    const { ask } = await start();
    await expect(ask('CreateBudget', { Budget: { ...budget, ...change } })).rejects.toEqual(
      refusal('InvalidParameterException'),
    );
  });

  test('is left over until it is deleted, and goes with its account', async () => {
    const { service, ask, AccountId, world } = await withBudget();
    expect(service.leftovers()).toEqual([{ account: AccountId, resource: 'global budget ai' }]);
    await ask('DeleteBudget', { BudgetName: 'ai' });
    expect(service.leftovers()).toEqual([]);
    await expect(ask('DescribeBudget', { BudgetName: 'ai' })).rejects.toEqual(refusal('NotFoundException'));
    await ask('CreateBudget', { Budget: budget });
    await world.organizations('CloseAccount', { AccountId });
    expect(service.leftovers()).toEqual([]);
  });

  test('carries tags that can change', async () => {
    const { ask, AccountId } = await withBudget();
    const ResourceARN = `arn:aws:budgets::${AccountId}:budget/ai`;
    await ask('TagResource', {
      ResourceARN,
      ResourceTags: [
        { Key: 'owner', Value: 'ml' },
        { Key: 'team', Value: 'a' },
      ],
    });
    await ask('UntagResource', { ResourceARN, ResourceTagKeys: ['team'] });
    expect(await ask('ListTagsForResource', { ResourceARN })).toEqual({
      ResourceTags: [{ Key: 'owner', Value: 'ml' }],
    });
    await expect(ask('ListTagsForResource', { ResourceARN: `${ResourceARN}s` })).rejects.toEqual(
      refusal('InvalidParameterException'),
    );
  });
});

describe('a notification', () => {
  test('is found again by what it says, with those who get it', async () => {
    const { ask, notify } = await withBudget();
    await notify(alert(80));
    await notify(alert(80, 'FORECASTED'), email(2));
    const { Notifications } = await ask('DescribeNotificationsForBudget', { BudgetName: 'ai' });
    expect(Notifications).toMatchObject([alert(80), alert(80, 'FORECASTED')]);
    const query = { BudgetName: 'ai', Notification: alert(80, 'FORECASTED') };
    expect((await ask('DescribeSubscribersForNotification', query)).Subscribers).toEqual(email(2));
    await ask('DeleteNotification', query);
    await expect(ask('DescribeSubscribersForNotification', query)).rejects.toEqual(refusal('NotFoundException'));
  });

  test('stands once in a budget, and with at most nine others', async () => {
    const { notify } = await withBudget();
    for (const percent of [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]) await notify(alert(percent));
    await expect(notify(alert(10))).rejects.toEqual(refusal('DuplicateRecordException'));
    await expect(notify(alert(110))).rejects.toEqual(refusal('CreationLimitExceededException'));
  });

  test('has at most ten addresses and one topic, of the budget’s own account', async () => {
    const { notify, AccountId } = await withBudget();
    const topic = (account: string) => ({ SubscriptionType: 'SNS', Address: `arn:aws:sns:eu-west-1:${account}:costs` });
    await expect(notify(alert(), email(11))).rejects.toEqual(refusal('CreationLimitExceededException'));
    const two = [topic(AccountId), topic(AccountId)];
    await expect(notify(alert(), two)).rejects.toEqual(refusal('CreationLimitExceededException'));
    await expect(notify(alert(), [topic('999999999999')])).rejects.toThrow(/must be in the account of the budget/);
    await expect(notify(alert(), [...email(10), topic(AccountId)])).resolves.toEqual({});
  });

  test.each([
    ['nobody who gets it', alert(), []],
    ['an address that is none', alert(), [{ SubscriptionType: 'EMAIL', Address: 'costs' }]],
    ['no threshold', alert(0), email(1)],
    ['more than a million per cent', alert(1_000_001), email(1)],
    ['a type that there is none of', alert(80, 'EXPECTED'), email(1)],
  ])('is refused with %s', async (_what, notification, subscribers) => {
    const { notify } = await withBudget();
    await expect(notify(notification, subscribers)).rejects.toEqual(refusal('InvalidParameterException'));
  });
});
