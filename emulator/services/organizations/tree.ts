import type { OrganizationalUnit } from '@aws-sdk/client-organizations';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Wire } from '../../toolkit/operations';
import { accountOutput, findAccount } from './accounts';
import type { Input, OrganizationsOperations } from './api';
import { pageOf } from './paging';
import { pathOf } from './path';
import { rootOutput } from './policy-types';
import { lookUp, type Organization, type OrganizationsState, type Unit } from './state';
import { checkParent, createUnit, deleteUnit, renameUnit } from './units';

const unitOutput = (organization: Organization, unit: Unit): Wire<OrganizationalUnit, number> => ({
  Id: unit.id,
  Arn: unit.arn,
  Name: unit.name,
  Path: pathOf(organization, unit),
});

/** The root, the organizational units and the place of each account among them. */
export const treeOperations = (state: OrganizationsState): OrganizationsOperations => ({
  ListRoots: ({ account }) => ({ Roots: [rootOutput(state.in(account))] }),
  CreateOrganizationalUnit: ({ account, input }) => {
    const organization = state.in(account);
    return { OrganizationalUnit: unitOutput(organization, createUnit(state, organization, input)) };
  },
  DescribeOrganizationalUnit: ({ account, input }) => {
    const organization = state.in(account);
    return { OrganizationalUnit: unitOutput(organization, findUnit(organization, input.OrganizationalUnitId)) };
  },
  UpdateOrganizationalUnit: ({ account, input }) => {
    const organization = state.in(account);
    const unit = findUnit(organization, input.OrganizationalUnitId);
    return { OrganizationalUnit: unitOutput(organization, renameUnit(organization, unit, input.Name ?? unit.name)) };
  },
  DeleteOrganizationalUnit: ({ account, input }) => {
    const organization = state.in(account);
    deleteUnit(organization, findUnit(organization, input.OrganizationalUnitId));
    return {};
  },
  ListOrganizationalUnitsForParent: ({ account, input }) => {
    const { units } = childrenOf(state, account, input);
    const { items, token } = pageOf(units, input);
    return { OrganizationalUnits: items.map((unit) => unitOutput(state.in(account), unit)), ...token };
  },
  ListAccountsForParent: ({ account, input }) => {
    const { accounts } = childrenOf(state, account, input);
    const { items, token } = pageOf(accounts, input);
    return { Accounts: items.map((one) => accountOutput(state, state.in(account), one)), ...token };
  },
  ListChildren: ({ account, input }) => {
    const { accounts, units } = childrenOf(state, account, input);
    const { items, token } = pageOf<{ readonly id: string }>(input.ChildType === 'ACCOUNT' ? accounts : units, input);
    return { Children: items.map(({ id }) => ({ Id: id, Type: input.ChildType })), ...token };
  },
  ListParents: ({ account, input }) => {
    const organization = state.in(account);
    const { parentId } =
      organization.accounts.get(input.ChildId ?? '') ??
      lookUp(organization.units, input.ChildId, 'ChildNotFoundException', 'a child');
    return { Parents: [{ Id: parentId, Type: parentId === organization.rootId ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] };
  },
  MoveAccount: ({ account, input }) => {
    move(state.in(account), input);
    return {};
  },
});

const findUnit = (organization: Organization, id: string | undefined): Unit =>
  lookUp(organization.units, id, 'OrganizationalUnitNotFoundException', 'an organizational unit');

function childrenOf(state: OrganizationsState, account: string, { ParentId }: Input<'ListAccountsForParent'>) {
  const organization = state.in(account);
  checkParent(organization, ParentId, 'ParentNotFoundException');
  const isChild = ({ parentId }: { readonly parentId: string }) => parentId === ParentId;
  return {
    accounts: [...organization.accounts.values()].filter(isChild),
    units: [...organization.units.values()].filter(isChild),
  };
}

function move(organization: Organization, input: Input<'MoveAccount'>): void {
  const moved = findAccount(organization, input.AccountId);
  const { SourceParentId, DestinationParentId } = required(input, 'SourceParentId', 'DestinationParentId');
  checkParent(organization, SourceParentId, 'SourceParentNotFoundException');
  checkParent(organization, DestinationParentId, 'DestinationParentNotFoundException');
  if (moved.parentId === DestinationParentId)
    throw new AwsError('DuplicateAccountException', 'That account is already present in the specified destination.');
  if (moved.parentId !== SourceParentId)
    throw new AwsError('AccountNotFoundException', 'The account is not in the specified source parent.');
  organization.accounts.set(moved.id, { ...moved, parentId: DestinationParentId });
}
