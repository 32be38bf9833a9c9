import type { DataLakePrincipal } from '@aws-sdk/client-lakeformation';
import { findTrustPolicy } from '../../resource-policy-lookup';
import { readArn } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import type { Shape } from './api';
import { invalid } from './errors';
import type { LakeState } from './state';

/** A principal of a grant, as Lake Formation tells them apart. */
export interface Principal {
  readonly id: string;
  readonly kind: 'account' | 'iam' | 'organization' | 'everybody';
  /** Whether it is outside the account that grants. */
  readonly isForeign: boolean;
}

/** Reads a principal. @throws InvalidInputException where AWS cannot find it: a role has to be there before its grant */
export async function readPrincipal(
  state: LakeState,
  scope: Scope,
  principal: Shape<DataLakePrincipal> = {},
): Promise<Principal> {
  const { DataLakePrincipalIdentifier: id = '' } = principal;
  const { service, account, resource } = readArn(id);
  if (id === 'IAM_ALLOWED_PRINCIPALS') return { id, kind: 'everybody', isForeign: false };
  if (/^\d{12}$/.test(id)) return { id, kind: 'account', isForeign: id !== scope.account };
  if (service === 'organizations' && /^(ou|organization)\//.test(resource)) {
    demandNode(state, id, resource);
    return { id, kind: 'organization', isForeign: true };
  }
  if (service !== 'iam' || !/^(role|user)\//.test(resource)) throw invalid(`Invalid principal: ${id}`);
  if (resource.startsWith('role/') && (await findTrustPolicy(state.world.moto, id)) === undefined)
    throw invalid(`Invalid principal: ${id}`);
  return { id, kind: 'iam', isForeign: account !== scope.account };
}

function demandNode({ world: { organization } }: LakeState, id: string, resource: string): void {
  const [, organizationId, node] = resource.split('/');
  const found = organization.find();
  const known = found?.id === organizationId && (node === undefined || organization.lineage(node).length > 0);
  if (!known) throw invalid(`Invalid principal: ${id}`);
}
