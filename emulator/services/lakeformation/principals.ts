import { findTrustPolicy } from '../../resource-policy-lookup';
import type { Call, Json } from '../../toolkit/untyped';
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
export async function readPrincipal(state: LakeState, call: Call, principal: Json): Promise<Principal> {
  const id = String(principal?.DataLakePrincipalIdentifier ?? '');
  const [, , service, , account = '', resource = ''] = id.split(':');
  if (id === 'IAM_ALLOWED_PRINCIPALS') return { id, kind: 'everybody', isForeign: false };
  if (/^\d{12}$/.test(id)) return { id, kind: 'account', isForeign: id !== call.account };
  if (service === 'organizations' && /^(ou|organization)\//.test(resource)) {
    demandNode(state, id, resource);
    return { id, kind: 'organization', isForeign: true };
  }
  if (service !== 'iam' || !/^(role|user)\//.test(resource)) throw invalid(`Invalid principal: ${id}`);
  if (resource.startsWith('role/') && (await findTrustPolicy(state.world.moto, id)) === undefined)
    throw invalid(`Invalid principal: ${id}`);
  return { id, kind: 'iam', isForeign: account !== call.account };
}

function demandNode({ world: { organization } }: LakeState, id: string, resource: string): void {
  const [, organizationId, node] = resource.split('/');
  const found = organization.find();
  const known = found?.id === organizationId && (node === undefined || organization.lineage(node).length > 0);
  if (!known) throw invalid(`Invalid principal: ${id}`);
}
