import { servicequotas } from '../../../../emulator/services/servicequotas';
import { callOf, fakeWorld, refusal } from '../../../support/world';

const gpus = { ServiceCode: 'ec2', QuotaCode: 'L-DB2E81BA' };

describe('a quota', () => {
  it('is what AWS sets until more is granted, which one request at a time asks for', async () => {
    const ask = callOf(servicequotas(fakeWorld()));
    expect((await ask('GetServiceQuota', gpus)).Quota.Value).toBe(0);
    const { RequestedQuota } = await ask('RequestServiceQuotaIncrease', { ...gpus, DesiredValue: 96 });
    expect(RequestedQuota).toMatchObject({ ...gpus, DesiredValue: 96, Status: 'PENDING' });
    await expect(ask('RequestServiceQuotaIncrease', { ...gpus, DesiredValue: 128 })).rejects.toEqual(
      refusal('ResourceAlreadyExistsException'),
    );
    const seen = () => ask('GetRequestedServiceQuotaChange', { RequestId: RequestedQuota.Id });
    expect((await seen()).RequestedQuota.Status).toBe('PENDING');
    expect((await seen()).RequestedQuota.Status).toBe('APPROVED');
    expect((await ask('GetServiceQuota', gpus)).Quota.Value).toBe(96);
    expect((await ask('GetAWSDefaultServiceQuota', gpus)).Quota.Value).toBe(0);
    expect((await ask('GetServiceQuota', gpus, undefined, 'eu-west-1')).Quota.Value).toBe(0);
  });

  it('is listed with those of its service, as it is and as AWS sets it', async () => {
    const ask = callOf(servicequotas(fakeWorld()));
    const values = async (operation: string, input: object) =>
      (await ask(operation, input)).Quotas.map(({ Value }: { Value: number }) => Value);
    const { RequestedQuota } = await ask('RequestServiceQuotaIncrease', { ...gpus, DesiredValue: 96 });
    await ask('GetRequestedServiceQuotaChange', { RequestId: RequestedQuota.Id });
    expect(await values('ListServiceQuotas', { ServiceCode: 'ec2' })).toEqual([0, 96]);
    expect(await values('ListServiceQuotas', gpus)).toEqual([96]);
    expect(await values('ListAWSDefaultServiceQuotas', { ServiceCode: 'ec2' })).toEqual([0, 0]);
    expect((await ask('ListServices')).Services).toContainEqual({ ServiceCode: 'lambda', ServiceName: 'AWS Lambda' });
    const { NextToken } = await ask('ListServiceQuotas', { ServiceCode: 'ec2', MaxResults: 1 });
    expect(await values('ListServiceQuotas', { ServiceCode: 'ec2', NextToken })).toEqual([96]);
    await expect(values('ListServiceQuotas', { ServiceCode: 'x' })).rejects.toEqual(refusal('NoSuchResourceException'));
    await expect(values('ListServiceQuotas', { ServiceCode: 'ec2', MaxResults: 0 })).rejects.toEqual(
      refusal('IllegalArgumentException'),
    );
    await expect(values('ListServiceQuotas', { ServiceCode: 'ec2', NextToken: 'x' })).rejects.toEqual(
      refusal('InvalidPaginationTokenException'),
    );
  });

  it('has a history of what was asked for', async () => {
    const ask = callOf(servicequotas(fakeWorld()));
    await ask('RequestServiceQuotaIncrease', { ...gpus, DesiredValue: 96 });
    const history = async (input: object, operation = 'ListRequestedServiceQuotaChangeHistory') =>
      (await ask(operation, input)).RequestedQuotas;
    expect(await history({})).toMatchObject([{ ...gpus, DesiredValue: 96, Status: 'PENDING' }]);
    expect(await history({ ServiceCode: 'vpc' })).toEqual([]);
    expect(await history({ Status: 'APPROVED' })).toEqual([]);
    expect(await history(gpus, 'ListRequestedServiceQuotaChangeHistoryByQuota')).toHaveLength(1);
  });

  it('is never lowered', async () => {
    const asked = { ServiceCode: 'vpc', QuotaCode: 'L-F678F1CE', DesiredValue: 4 };
    const ask = callOf(servicequotas(fakeWorld()));
    await expect(ask('RequestServiceQuotaIncrease', asked)).rejects.toEqual(refusal('IllegalArgumentException'));
  });

  it('has to exist, as a request has to', async () => {
    const ask = callOf(servicequotas(fakeWorld()));
    const unknown = { ServiceCode: 'ec2', QuotaCode: 'L-00000000' };
    await expect(ask('GetServiceQuota', unknown)).rejects.toEqual(refusal('NoSuchResourceException'));
    await expect(ask('GetRequestedServiceQuotaChange', { RequestId: 'none' })).rejects.toEqual(
      refusal('NoSuchResourceException'),
    );
  });
});
