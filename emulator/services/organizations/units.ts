import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { tagMap } from '../../toolkit/tags';
import type { Input } from './api';
import { addUnit } from './founding';
import { lookUp, type Organization, type OrganizationsState, type Unit, violation } from './state';

/** Units below the root, "up to five levels deep". */
const deepest = 5;

/** Creates an organizational unit under the policies that everything there has. */
export function createUnit(
  { world }: OrganizationsState,
  organization: Organization,
  input: Input<'CreateOrganizationalUnit'>,
): Unit {
  const { ParentId, Name } = required(input, 'ParentId', 'Name');
  checkParent(organization, ParentId, 'ParentNotFoundException');
  checkName(organization, ParentId, Name);
  if (depth(organization, ParentId) >= deepest)
    throw violation('OU_DEPTH_LIMIT_EXCEEDED', 'You exceeded the maximum depth of organizational units.');
  const id = `ou-${organization.rootId.slice(2)}-${world.newId(8)}`;
  return addUnit(organization, { id, name: Name, parentId: ParentId }, tagMap(input.Tags));
}

/** Gives a unit another name, which none beside it may have. */
export function renameUnit(organization: Organization, unit: Unit, name: string): Unit {
  if (name !== unit.name) checkName(organization, unit.parentId, name);
  const renamed = { ...unit, name };
  organization.units.set(unit.id, renamed);
  return renamed;
}

/** Deletes a unit in which nothing is left. */
export function deleteUnit(organization: Organization, { id }: Unit): void {
  const inside = [...organization.units.values(), ...organization.accounts.values()];
  if (inside.some(({ parentId }) => parentId === id))
    throw new AwsError('OrganizationalUnitNotEmptyException', 'You cannot delete an OU that contains accounts or OUs.');
  organization.units.delete(id);
  organization.attachments.delete(id);
  organization.tags.delete(id);
}

/** Refuses a parent that is neither the root nor a unit. */
export function checkParent({ rootId, units }: Organization, id: string | undefined, code: string): void {
  if (id !== rootId) lookUp(units, id, code, 'a parent');
}

function checkName({ units }: Organization, parentId: string, name: string): void {
  if ([...units.values()].some((unit) => unit.parentId === parentId && unit.name === name))
    throw new AwsError('DuplicateOrganizationalUnitException', 'An OU with the same name already exists.');
}

function depth({ units }: Pick<Organization, 'units'>, id: string): number {
  const unit = units.get(id);
  return unit ? 1 + depth({ units }, unit.parentId) : 0;
}
