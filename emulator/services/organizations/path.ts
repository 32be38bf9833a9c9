import type { Organization } from './state';

/** Where an account or a unit is: `o-…/r-…/ou-…/<id>/`, as `Paths` and `Path` write it (the Organizations API's pattern of Path). */
export function pathOf({ id, rootId, units }: Organization, place: { readonly id: string; readonly parentId: string }) {
  const ids = [place.id];
  for (let parent = units.get(place.parentId); parent; parent = units.get(parent.parentId)) ids.unshift(parent.id);
  return `${[id, rootId, ...ids].join('/')}/`;
}
