import { authorize } from '../../../policy/iam/authorize';
import { contextOf } from '../../../policy/iam/context';
import { principalOf } from '../../authorization/principal-of';
import type { Call } from '../../toolkit/call';
import type { OrganizationsState } from './state';

const everything = {
  name: 'what the door has allowed',
  document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
} as const;

/**
 * Whether the organization's delegation policy lets a member do what the management account does otherwise. Which policy or account
 * the call is about is not looked at, so only a statement about every resource delegates here. Source: Organizations User Guide,
 * "Delegated administrator for AWS Organizations".
 */
export function isDelegated(state: OrganizationsState, { caller, operation }: Omit<Call<object>, 'input'>): boolean {
  const { resourcePolicy } = state.organization ?? {};
  if (resourcePolicy === undefined) return false;
  const request = {
    action: `organizations:${operation}`,
    resource: '*',
    resourceAccount: state.world.settings.managementAccount,
    principal: principalOf(caller),
    context: contextOf({}),
  };
  const resource = [{ name: 'the delegation policy', document: resourcePolicy.content }];
  return authorize(request, { identity: [everything], resource }).allowed;
}
