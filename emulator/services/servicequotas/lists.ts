import { type Call, required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { type Paging, page } from '../../toolkit/pages';
import type { Handlers } from '../../toolkit/service';
import { knownQuotas, type Quota } from './quotas';
import { changeOutput, findQuota, noSuchResource, output, type QuotaInput, type QuotaState } from './state';

interface ListInput extends QuotaInput {
  readonly Status?: string;
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

/** Lists of the quotas that are known, and of what was asked for. */
export const listOperations = (state: QuotaState): Handlers => ({
  ListServices: (call: Call<ListInput>) => {
    const services = new Map(knownQuotas.map(({ service, serviceName }) => [service, serviceName]));
    const all = [...services].map(([ServiceCode, ServiceName]) => ({ ServiceCode, ServiceName }));
    return pageOf('Services', all, call.input);
  },
  ListServiceQuotas: (call: Call<ListInput>) => {
    const quotas = quotasOf(call.input).map((quota) => output(call, quota, state.valueIn(call, quota)));
    return pageOf('Quotas', quotas, call.input);
  },
  ListAWSDefaultServiceQuotas: (call: Call<ListInput>) => {
    const quotas = quotasOf(call.input).map((quota) => output(call, quota, quota.value));
    return pageOf('Quotas', quotas, call.input);
  },
  ListRequestedServiceQuotaChangeHistory: (call: Call<ListInput>) => history(state, call),
  ListRequestedServiceQuotaChangeHistoryByQuota: (call: Call<ListInput>) => {
    findQuota(call.input);
    return history(state, call);
  },
});

/** The quotas of a service, or the one of a code. */
function quotasOf(input: ListInput): readonly Quota[] {
  const { ServiceCode, QuotaCode } = required(input, 'ServiceCode');
  const quotas = knownQuotas.filter(({ service }) => service === ServiceCode);
  if (quotas.length === 0) throw noSuchResource();
  return quotas.filter(({ code }) => (QuotaCode ?? code) === code);
}

function history({ changes }: QuotaState, call: Call<ListInput>) {
  const { ServiceCode: service, QuotaCode: code, Status: status } = call.input;
  const wanted = changes
    .list(call.account, call.region)
    .filter(({ quota }) => (service ?? quota.service) === quota.service && (code ?? quota.code) === quota.code)
    .filter((change) => (status ?? change.status) === change.status);
  const requested = wanted.map((change) => changeOutput(call, change));
  return pageOf('RequestedQuotas', requested, call.input);
}

/** Source: botocore's model service-quotas/2019-06-24, MaxResults. */
const paging: Paging = {
  usual: 100,
  most: 100,
  refuseSize: () => new AwsError('IllegalArgumentException', 'MaxResults must be between 1 and 100.'),
  refuseToken: () => new AwsError('InvalidPaginationTokenException', 'Invalid pagination token.'),
};

function pageOf<T>(member: string, all: readonly T[], { MaxResults, NextToken }: ListInput) {
  const { items, next } = page(all, { size: MaxResults, token: NextToken }, paging);
  return { [member]: items, NextToken: next };
}
