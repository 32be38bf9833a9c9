import type { Tags } from '../../toolkit/tags';
import type { World } from '../../world';
import { attachDefaults } from './policy-types';
import type { Member, Organization, OrganizationsState, Unit } from './state';

/** An organization with all features, in which only the management account is. */
export function newOrganization(
  { settings, newId, clock }: Pick<World, 'settings' | 'newId' | 'clock'>,
  id: string,
  rootId = `r-${newId(4)}`,
): Organization {
  const { managementAccount, managementEmail } = settings;
  const owner = `arn:aws:organizations::${managementAccount}`;
  const management: Member = {
    id: managementAccount,
    arn: `${owner}:account/${id}/${managementAccount}`,
    email: managementEmail,
    name: 'management',
    status: 'ACTIVE',
    parentId: rootId,
    joinedMethod: 'INVITED',
    joined: clock.seconds(),
  };
  return {
    id,
    arn: `${owner}:organization/${id}`,
    rootId,
    rootArn: `${owner}:root/${id}/${rootId}`,
    accounts: new Map([[managementAccount, management]]),
    units: new Map(),
    policyTypes: new Set(),
    policies: new Map(),
    attachments: new Map(),
    trusted: new Map(),
    delegates: new Map(),
    tags: new Map(),
    resourcePolicy: undefined,
  };
}

/** Puts an account that Organizations made into the root, under the policies that everything there has. */
export function addMember(
  organization: Organization,
  account: Pick<Member, 'id' | 'email' | 'name' | 'joined'>,
  tags: Tags = new Map(),
): void {
  const { id } = account;
  organization.accounts.set(id, {
    ...account,
    arn: `${organization.arn.replace(':organization/', ':account/')}/${id}`,
    status: 'ACTIVE',
    parentId: organization.rootId,
    joinedMethod: 'CREATED',
  });
  organization.tags.set(id, tags);
  attachDefaults(organization, id);
}

/** Puts an organizational unit below the root or another one, under the policies that everything there has. */
export function addUnit(
  organization: Organization,
  unit: Pick<Unit, 'id' | 'name' | 'parentId'>,
  tags: Tags = new Map(),
): Unit {
  const { id } = unit;
  const made = { ...unit, arn: `${organization.arn.replace(':organization/', ':ou/')}/${id}` };
  organization.units.set(id, made);
  organization.tags.set(id, tags);
  attachDefaults(organization, id);
  return made;
}

/** Sets up the organization that the settings say exists already. */
export function adoptExisting(state: OrganizationsState): void {
  const { existing } = state.world.settings;
  if (!existing) return;
  const joined = state.world.clock.seconds();
  const organization = newOrganization(state.world, existing.organizationId, existing.rootId);
  for (const { id, name, parentId } of existing.units ?? [])
    addUnit(organization, { id, name, parentId: parentId ?? organization.rootId });
  for (const { id, email, name } of existing.accounts) {
    state.reserve(id, email);
    addMember(organization, { id, email, name, joined });
  }
  for (const principal of existing.trustedServices ?? []) organization.trusted.set(principal, joined);
  state.organization = organization;
}
