import type { Call } from '../../toolkit/call';
import { notImplemented } from '../../toolkit/errors';
import { restService } from '../../toolkit/routes';
import { guarded, type RestService } from '../../toolkit/service';
import { type Leftover, leftIn } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { type LakeOperations, routes } from './api';
import { cellsFilterOperations, cellsFilterReads } from './cells-filters';
import { locationOperations } from './locations';
import { permissionOperations, permissionReads } from './permissions';
import { resourceTagOperations, resourceTagReads } from './resource-tags';
import { settingsOperations } from './settings';
import { LakeState } from './state';
import { tagOperations, tagReads } from './tags';

/** AWS Lake Formation over the Data Catalog that moto keeps, with the rules that make it the only gate. */
export function lakeformation(world: World): RestService & Inventory {
  const state = new LakeState(world);
  world.organization.onLeave((account) => state.forget(account));
  const administration: LakeOperations = {
    ...tagOperations(state),
    ...resourceTagOperations(state),
    ...cellsFilterOperations(state),
    ...permissionOperations(state),
  };
  const whateverIamAllows: LakeOperations = {
    ...settingsOperations(state),
    ...locationOperations(state),
    ...tagReads(state),
    ...resourceTagReads(state),
    ...cellsFilterReads(state),
    ...permissionReads(state),
  };
  const handlers = { ...guarded(administration, (call) => state.demandAdministrator(call)), ...whateverIamAllows };
  return {
    ...restService('lakeformation', routes, guarded(handlers, demandOwnCatalog)),
    leftovers: () => leftovers(state),
  };
}

/** Catalogs of other accounts are not emulated. */
function demandOwnCatalog({ account, operation, input }: Call<{ readonly CatalogId?: string }>): void {
  const { CatalogId = account } = input;
  if (CatalogId !== account) throw notImplemented('lakeformation', `${operation} in another account's catalog`);
}

const leftovers = (state: LakeState): readonly Leftover[] => [
  ...leftIn(state.settings, 'data-lake-settings', ({ DataLakeAdmins }) => DataLakeAdmins.length === 0),
  ...leftIn(state.locations, 'registered-resource'),
  ...leftIn(state.tags, 'lf-tag'),
  ...leftIn(state.assigned, 'resource-lf-tags', (tags) => tags.size === 0),
  ...leftIn(state.filters, 'data-cells-filter'),
  ...leftIn(state.grants, 'lakeformation-permission'),
];
