import { arnOf } from '../../toolkit/arn';
import { required, type Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { Store } from '../../toolkit/store';
import type { World } from '../../world';
import { knownQuotas, type Quota } from './quotas';

/** What names a quota, of botocore's model service-quotas/2019-06-24. */
export interface QuotaInput {
  readonly ServiceCode?: string;
  readonly QuotaCode?: string;
}

/** A request for more. */
export interface Change {
  readonly id: string;
  readonly quota: Quota;
  readonly desired: number;
  status: 'PENDING' | 'APPROVED';
}

/** What was asked for and what was granted, by account and region. */
export class QuotaState {
  /** By service and code. */
  readonly granted = new Store<number>();
  /** By id. */
  readonly changes = new Store<Change>();

  constructor(readonly world: Pick<World, 'newId' | 'organization'>) {
    world.organization.onLeave((account) => {
      this.granted.deleteAll(account);
      this.changes.deleteAll(account);
    });
  }

  valueIn({ account, region }: Scope, { service, code, value }: Quota): number {
    return this.granted.get(account, region, service, code) ?? value;
  }
}

/** @throws NoSuchResourceException where no quota is known under the names */
export function findQuota(input: QuotaInput): Quota {
  const { ServiceCode: service, QuotaCode: code } = required(input, 'ServiceCode', 'QuotaCode');
  const quota = knownQuotas.find((each) => each.service === service && each.code === code);
  if (!quota) throw noSuchResource();
  return quota;
}

export const noSuchResource = (): AwsError =>
  new AwsError('NoSuchResourceException', 'The request failed because the specified service or quota does not exist.');

/** A quota with a value, as it is answered. */
export const output = (scope: Scope, { service, serviceName, code, name, adjustable }: Quota, value: number) => ({
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

/** A request for more, as it is answered. */
export const changeOutput = (scope: Scope, { id, quota, desired, status }: Change) => {
  const { Value: _, Adjustable: __, ...common } = output(scope, quota, desired);
  return { Id: id, ...common, DesiredValue: desired, Status: status };
};
