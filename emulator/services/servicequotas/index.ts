import { arnOf } from '../../toolkit/arn';
import type { Call, Scope } from '../../toolkit/call';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { type Paging, page } from '../../toolkit/pages';
import type { JsonService } from '../../toolkit/service';
import { Store } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { knownQuotas, type Quota } from './quotas';

/** What the operations take, of botocore's model service-quotas/2019-06-24. */
interface QuotaInput {
  readonly ServiceCode?: string;
  readonly QuotaCode?: string;
  readonly DesiredValue?: number;
}

interface ListInput {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

interface HistoryInput extends QuotaInput, ListInput {
  readonly Status?: string;
}

interface Change {
  readonly id: string;
  readonly quota: Quota;
  readonly desired: number;
  status: 'PENDING' | 'APPROVED';
}

/**
 * Service Quotas: what there is, and requests for more. A request is granted once somebody has seen it pending. Nothing is left to
 * delete: what was granted stays.
 */
export function servicequotas(world: World): JsonService & Inventory {
  /** What was granted, by account, region, service and code. */
  const granted = new Store<number>();
  /** By account, region and id. */
  const changes = new Store<Change>();
  const valueIn = ({ account, region }: Scope, { service, code, value }: Quota): number =>
    granted.get(account, region, service, code) ?? value;
  world.organization.onLeave((account) => {
    granted.deleteAll(account);
    changes.deleteAll(account);
  });
  const history = (call: Call<HistoryInput>) => {
    const { ServiceCode: service, QuotaCode: code, Status: status } = call.input;
    const wanted = changes
      .list(call.account, call.region)
      .filter(({ quota }) => (service ?? quota.service) === quota.service && (code ?? quota.code) === quota.code)
      .filter((change) => (status ?? change.status) === change.status);
    const { items, token } = pageOf(wanted, call.input);
    return { RequestedQuotas: items.map((change) => changeOutput(call, change)), ...token };
  };
  return {
    protocol: 'json',
    name: 'servicequotas',
    operations: {
      GetAWSDefaultServiceQuota: (call: Call<QuotaInput>) => {
        const quota = findQuota(call.input);
        return { Quota: output(call, quota, quota.value) };
      },
      GetServiceQuota: (call: Call<QuotaInput>) => {
        const quota = findQuota(call.input);
        return { Quota: output(call, quota, valueIn(call, quota)) };
      },
      ListServices: (call: Call<ListInput>) => {
        const services = new Map(knownQuotas.map(({ service, serviceName }) => [service, serviceName]));
        const all = [...services].map(([ServiceCode, ServiceName]) => ({ ServiceCode, ServiceName }));
        const { items, token } = pageOf(all, call.input);
        return { Services: items, ...token };
      },
      ListServiceQuotas: (call: Call<QuotaInput & ListInput>) => {
        const quotas = quotasOf(call.input).map((quota) => output(call, quota, valueIn(call, quota)));
        const { items, token } = pageOf(quotas, call.input);
        return { Quotas: items, ...token };
      },
      ListAWSDefaultServiceQuotas: (call: Call<QuotaInput & ListInput>) => {
        const quotas = quotasOf(call.input).map((quota) => output(call, quota, quota.value));
        const { items, token } = pageOf(quotas, call.input);
        return { Quotas: items, ...token };
      },
      ListRequestedServiceQuotaChangeHistory: (call: Call<HistoryInput>) => history(call),
      ListRequestedServiceQuotaChangeHistoryByQuota: (call: Call<HistoryInput>) => {
        findQuota(call.input);
        return history(call);
      },
      RequestServiceQuotaIncrease: (call: Call<QuotaInput>) => {
        const { DesiredValue: desired } = required(call.input, 'DesiredValue');
        const quota = findQuota(call.input);
        checkRequest(quota, desired, valueIn(call, quota), changes.list(call.account, call.region));
        const change: Change = { id: world.newId(32), quota, desired, status: 'PENDING' };
        changes.set(change, call.account, call.region, change.id);
        return { RequestedQuota: changeOutput(call, change) };
      },
      GetRequestedServiceQuotaChange: (call: Call<{ readonly RequestId?: string }>) => {
        const { RequestId: id } = required(call.input, 'RequestId');
        const change = changes.get(call.account, call.region, id);
        if (!change) throw noSuchResource();
        const answer = { RequestedQuota: changeOutput(call, change) };
        granted.set(change.desired, call.account, call.region, change.quota.service, change.quota.code);
        change.status = 'APPROVED';
        return answer;
      },
    },
    leftovers: () => [],
  };
}

/** The quotas of a service, or of one of its codes. */
function quotasOf(input: QuotaInput): readonly Quota[] {
  const { ServiceCode } = required(input, 'ServiceCode');
  const quotas = knownQuotas.filter(({ service }) => service === ServiceCode);
  if (quotas.length === 0) throw noSuchResource();
  return quotas.filter(({ code }) => (input.QuotaCode ?? code) === code);
}

/** Source: botocore's model service-quotas/2019-06-24, MaxResults. */
const paging: Paging = {
  usual: 100,
  most: 100,
  refuseSize: () => new AwsError('IllegalArgumentException', 'MaxResults must be between 1 and 100.'),
  refuseToken: () => new AwsError('InvalidPaginationTokenException', 'Invalid pagination token.'),
};

function pageOf<T>(all: readonly T[], { MaxResults, NextToken }: ListInput) {
  const { items, next } = page(all, { size: MaxResults, token: NextToken }, paging);
  return { items, token: next === undefined ? {} : { NextToken: next } };
}

function findQuota(input: QuotaInput): Quota {
  const { ServiceCode: service, QuotaCode: code } = required(input, 'ServiceCode', 'QuotaCode');
  const quota = knownQuotas.find((each) => each.service === service && each.code === code);
  if (!quota) throw noSuchResource();
  return quota;
}

/** Source: Service Quotas API Reference, RequestServiceQuotaIncrease; the texts are those that the AWS provider reads. */
function checkRequest(quota: Quota, desired: number, value: number, changes: readonly Change[]): void {
  if (desired <= value)
    throw new AwsError(
      'IllegalArgumentException',
      'You must provide a quota value greater than the current quota value.',
    );
  if (changes.some((change) => change.quota === quota && change.status === 'PENDING'))
    throw new AwsError(
      'ResourceAlreadyExistsException',
      'Only one open service quota increase request is allowed per quota.',
    );
}

const output = (scope: Scope, { service, serviceName, code, name, adjustable }: Quota, value: number) => ({
  ServiceCode: service,
  ServiceName: serviceName,
  QuotaArn: arnOf('servicequotas', scope, `${service}/${code}`),
  QuotaCode: code,
  QuotaName: name,
  Value: value,
  Unit: 'None',
  Adjustable: adjustable,
  GlobalQuota: false,
});

const changeOutput = (scope: Scope, { id, quota, desired, status }: Change) => {
  const { Value: _, Adjustable: __, ...common } = output(scope, quota, desired);
  return { Id: id, ...common, DesiredValue: desired, Status: status };
};

const noSuchResource = (): AwsError =>
  new AwsError('NoSuchResourceException', 'The request failed because the specified service or quota does not exist.');
