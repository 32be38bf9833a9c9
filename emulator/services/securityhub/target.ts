import type { Json } from '../../toolkit/untyped';
import { invalid, notFound } from './errors';
import type { SecurityHubState } from './state';

type TargetType = 'ACCOUNT' | 'ORGANIZATIONAL_UNIT' | 'ROOT';

const MEMBER: Readonly<Record<TargetType, string>> = {
  ACCOUNT: 'AccountId',
  ORGANIZATIONAL_UNIT: 'OrganizationalUnitId',
  ROOT: 'RootId',
};

/** What kind of target an id of Organizations belongs to. */
export function targetType(targetId: string): TargetType {
  if (targetId.startsWith('r-')) return 'ROOT';
  return targetId.startsWith('ou-') ? 'ORGANIZATIONAL_UNIT' : 'ACCOUNT';
}

/** The id of the target that a request names under the member of its kind; the organization must have it. */
export function findTarget({ world }: SecurityHubState, { Target = {} }: Json): string {
  const [entry, ...more] = Object.entries(Target);
  if (entry === undefined || more.length > 0) throw invalid('Target must have exactly one member');
  const [member, id] = [entry[0], String(entry[1])];
  if (MEMBER[targetType(id)] !== member) throw invalid(`Target ${id} is no valid ${member}`);
  if (world.organization.lineage(id).length === 0) throw notFound(`Target ${id} is not in your organization`);
  return id;
}
