import { type Call, required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { JsonService } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { listOperations } from './lists';
import type { Quota } from './quotas';
import { type Change, changeOutput, findQuota, noSuchResource, output, type QuotaInput, QuotaState } from './state';

/**
 * Service Quotas: what there is, and requests for more. A request is granted once somebody has seen it pending. Nothing is left to
 * delete: what was granted stays.
 */
export function servicequotas(world: World): JsonService & Inventory {
  const state = new QuotaState(world);
  const { granted, changes } = state;
  return {
    protocol: 'json',
    name: 'servicequotas',
    operations: {
      ...listOperations(state),
      GetAWSDefaultServiceQuota: (call: Call<QuotaInput>) => {
        const quota = findQuota(call.input);
        return { Quota: output(call, quota, quota.value) };
      },
      GetServiceQuota: (call: Call<QuotaInput>) => {
        const quota = findQuota(call.input);
        return { Quota: output(call, quota, state.valueIn(call, quota)) };
      },
      RequestServiceQuotaIncrease: (call: Call<QuotaInput & { readonly DesiredValue?: number }>) => {
        const { DesiredValue: desired } = required(call.input, 'DesiredValue');
        const quota = findQuota(call.input);
        checkRequest(quota, desired, state.valueIn(call, quota), changes.list(call.account, call.region));
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
