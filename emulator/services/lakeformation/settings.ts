import type { Call, Json, Route } from '../../toolkit/untyped';
import { invalid } from './errors';
import { readPrincipal } from './principals';
import { type LakeState, route } from './state';

/** AWS Lake Formation API Reference, DataLakeSettings. */
const MOST_PRINCIPALS = 30;
const VERSIONS = ['1', '2', '3', '4', '5'];
const LISTS = ['DataLakeAdmins', 'ReadOnlyAdmins', 'ExternalDataFilteringAllowList'];

/** The settings of the lake, of which each write replaces all: what is left out is switched off. */
export function settingsRoutes(state: LakeState): Route[] {
  return [
    route('GetDataLakeSettings', (call) => ({ DataLakeSettings: state.settingsOf(call) })),
    route('PutDataLakeSettings', async (call) => {
      state.settings.set(await checked(state, call), call.account, call.region);
      return {};
    }),
  ];
}

async function checked(state: LakeState, call: Call): Promise<Json> {
  const given: Json = call.input.DataLakeSettings ?? {};
  const parameters = { CROSS_ACCOUNT_VERSION: '1', SET_CONTEXT: 'TRUE', ...given.Parameters };
  if (!VERSIONS.includes(parameters.CROSS_ACCOUNT_VERSION))
    throw invalid(`Invalid value for CROSS_ACCOUNT_VERSION: ${parameters.CROSS_ACCOUNT_VERSION}`);
  for (const name of LISTS) {
    const list: Json[] = given[name] ?? [];
    if (list.length > MOST_PRINCIPALS) throw invalid(`${name} can have at most ${MOST_PRINCIPALS} principals`);
    for (const principal of list) await readPrincipal(state, call, principal);
  }
  return {
    DataLakeAdmins: [],
    CreateDatabaseDefaultPermissions: [],
    CreateTableDefaultPermissions: [],
    ...given,
    Parameters: parameters,
  };
}
