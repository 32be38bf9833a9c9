import type { Service } from '../../toolkit/service';
import type { Store } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { cellsFilterRoutes } from './cells-filters';
import { locationRoutes } from './locations';
import { permissionRoutes } from './permissions';
import { resourceTagRoutes } from './resource-tags';
import { settingsRoutes } from './settings';
import { LakeState } from './state';
import { tagRoutes } from './tags';

/** AWS Lake Formation over the Data Catalog that moto keeps, with the rules that make it the only gate. */
export function lakeformation(world: World): Service & Inventory {
  const state = new LakeState(world);
  return {
    protocol: 'rest',
    name: 'lakeformation',
    routes: [
      ...settingsRoutes(state),
      ...locationRoutes(state),
      ...tagRoutes(state),
      ...resourceTagRoutes(state),
      ...cellsFilterRoutes(state),
      ...permissionRoutes(state),
    ],
    leftovers: () => leftovers(state),
  };
}

function leftovers(state: LakeState): { account: string; resource: string }[] {
  const kept = <T>(store: Store<T>, type: string, counts = (_value: T) => true) =>
    store
      .entries()
      .filter(([, value]) => counts(value))
      .map(([[account = '', region, ...name]]) => ({ account, resource: `${region} ${type} ${name.join('/')}` }));
  return [
    ...kept(state.settings, 'data-lake-settings', ({ DataLakeAdmins }) => DataLakeAdmins.length > 0),
    ...kept(state.locations, 'registered-resource'),
    ...kept(state.tags, 'lf-tag'),
    ...kept(state.assigned, 'resource-lf-tags', (tags) => tags.size > 0),
    ...kept(state.filters, 'data-cells-filter'),
    ...kept(state.permissions, 'lakeformation-permission'),
  ];
}
