import { AwsError } from '../../toolkit/errors';
import type { Handler, Json } from '../../toolkit/untyped';
import { accountOutput, findAccount } from './accounts';
import { page } from './page';
import { attachDefaults, rootOutput } from './policy-types';
import { lookUp, type Organization, type OrganizationsState, type Unit, violation } from './state';
import { tagsOf } from './tags';

/** Units below the root, "up to five levels deep". */
const MAX_DEPTH = 5;

const unitOutput = ({ id, arn, name }: Unit): Json => ({ Id: id, Arn: arn, Name: name });

/** The root, the organizational units and the place of each account among them. */
export function treeOperations(state: OrganizationsState): Record<string, Handler> {
  return {
    ListRoots: ({ account }) => ({ Roots: [rootOutput(state.in(account))] }),
    CreateOrganizationalUnit: ({ account, input }) => {
      const organization = state.in(account);
      checkParent(organization, input.ParentId, 'ParentNotFoundException');
      checkName(organization, input.ParentId, input.Name);
      if (depth(organization, input.ParentId) >= MAX_DEPTH) {
        throw violation('OU_DEPTH_LIMIT_EXCEEDED', 'You exceeded the maximum depth of organizational units.');
      }
      const { settings, newId } = state.world;
      const id = `ou-${organization.rootId.slice(2)}-${newId(8)}`;
      const arn = `arn:aws:organizations::${settings.managementAccount}:ou/${organization.id}/${id}`;
      const unit = { id, arn, name: input.Name, parentId: input.ParentId };
      organization.units.set(id, unit);
      organization.tags.set(id, tagsOf(input));
      attachDefaults(organization, id);
      return { OrganizationalUnit: unitOutput(unit) };
    },
    DescribeOrganizationalUnit: ({ account, input }) => ({
      OrganizationalUnit: unitOutput(findUnit(state.in(account), input.OrganizationalUnitId)),
    }),
    UpdateOrganizationalUnit: ({ account, input }) => {
      const organization = state.in(account);
      const unit = findUnit(organization, input.OrganizationalUnitId);
      if (input.Name !== unit.name) checkName(organization, unit.parentId, input.Name);
      const renamed = { ...unit, name: input.Name };
      organization.units.set(unit.id, renamed);
      return { OrganizationalUnit: unitOutput(renamed) };
    },
    DeleteOrganizationalUnit: ({ account, input }) => {
      const organization = state.in(account);
      const { id } = findUnit(organization, input.OrganizationalUnitId);
      if (unitsIn(organization, id).length + accountsIn(organization, id).length > 0) {
        throw new AwsError(
          'OrganizationalUnitNotEmptyException',
          'You cannot delete an OU that contains accounts or OUs.',
        );
      }
      organization.units.delete(id);
      organization.attachments.delete(id);
      organization.tags.delete(id);
      return {};
    },
    ListOrganizationalUnitsForParent: ({ account, input }) => {
      const organization = state.in(account);
      checkParent(organization, input.ParentId, 'ParentNotFoundException');
      const { items, token } = page(unitsIn(organization, input.ParentId), input);
      return { OrganizationalUnits: items.map(unitOutput), ...token };
    },
    ListAccountsForParent: ({ account, input }) => {
      const organization = state.in(account);
      checkParent(organization, input.ParentId, 'ParentNotFoundException');
      const { items, token } = page(accountsIn(organization, input.ParentId), input);
      return { Accounts: items.map(accountOutput), ...token };
    },
    ListChildren: ({ account, input }) => {
      const organization = state.in(account);
      checkParent(organization, input.ParentId, 'ParentNotFoundException');
      const all =
        input.ChildType === 'ACCOUNT'
          ? accountsIn(organization, input.ParentId)
          : unitsIn(organization, input.ParentId);
      const { items, token } = page(all, input);
      return { Children: items.map(({ id }) => ({ Id: id, Type: input.ChildType })), ...token };
    },
    ListParents: ({ account, input }) => {
      const organization = state.in(account);
      const child =
        organization.accounts.get(input.ChildId) ??
        lookUp(organization.units, input.ChildId, 'ChildNotFoundException', 'a child');
      const Type = child.parentId === organization.rootId ? 'ROOT' : 'ORGANIZATIONAL_UNIT';
      return { Parents: [{ Id: child.parentId, Type }] };
    },
    MoveAccount: ({ account, input }) => {
      const organization = state.in(account);
      const moved = findAccount(organization, input.AccountId);
      checkParent(organization, input.SourceParentId, 'SourceParentNotFoundException');
      checkParent(organization, input.DestinationParentId, 'DestinationParentNotFoundException');
      if (moved.parentId === input.DestinationParentId) {
        throw new AwsError(
          'DuplicateAccountException',
          'That account is already present in the specified destination.',
        );
      }
      if (moved.parentId !== input.SourceParentId) {
        throw new AwsError('AccountNotFoundException', 'The account is not in the specified source parent.');
      }
      organization.accounts.set(moved.id, { ...moved, parentId: input.DestinationParentId });
      return {};
    },
  };
}

const findUnit = (organization: Organization, id: unknown): Unit =>
  lookUp(organization.units, id, 'OrganizationalUnitNotFoundException', 'an organizational unit');

const unitsIn = ({ units }: Organization, parentId: string) =>
  [...units.values()].filter((unit) => unit.parentId === parentId);

const accountsIn = ({ accounts }: Organization, parentId: string) =>
  [...accounts.values()].filter((account) => account.parentId === parentId);

function checkParent({ rootId, units }: Organization, id: string, code: string): void {
  if (id !== rootId) lookUp(units, id, code, 'a parent');
}

function checkName(organization: Organization, parentId: string, name: string): void {
  if (unitsIn(organization, parentId).some((unit) => unit.name === name)) {
    throw new AwsError('DuplicateOrganizationalUnitException', 'An OU with the same name already exists.');
  }
}

function depth({ units }: Pick<Organization, 'units'>, id: string): number {
  const unit = units.get(id);
  return unit ? 1 + depth({ units }, unit.parentId) : 0;
}
