import type { Handler } from '../../toolkit/untyped';
import type { Deployments } from './deployments';

/** A kind of deployment to the organization: its operations, and what it deployed. */
export interface OrganizationFeature {
  readonly deployments: Deployments;
  readonly operations: Readonly<Record<string, Handler>>;
}
