import type { FeatureType } from '@aws-sdk/client-iam';
import { Store } from '../../toolkit/store';
import type { World } from '../../world';
import type { Output } from './api';

/** Says why a service still needs its service-linked role in an account, by the service's principal. */
export type RoleUses = Readonly<Record<string, (account: string) => string | undefined>>;

/** What IAM knows beside what moto knows. */
export class IamState {
  /** Enabled features of centralized root access by the organization's id, so that they end with the organization. */
  readonly features = new Map<string, Set<FeatureType>>();
  /** Deletions of service-linked roles, by account and task id. */
  readonly deletions = new Store<Output<'GetServiceLinkedRoleDeletionStatus'>>();

  /** Reports of last access that were asked for, by account and job. */
  readonly reports = new Store<{ readonly arn: string; readonly created: string }>();

  constructor(
    readonly world: Pick<World, 'organization' | 'moto' | 'newId' | 'clock' | 'events'>,
    readonly uses: RoleUses,
  ) {}
}
