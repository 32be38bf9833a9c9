import type { DataLakeSettings } from '@aws-sdk/client-lakeformation';
import type { Scope } from '../../toolkit/call';
import type { LakeOperations, Shape } from './api';
import { invalid } from './errors';
import { readPrincipal } from './principals';
import type { LakeState, Settings } from './state';

/** AWS Lake Formation API Reference, DataLakeSettings. */
const mostPrincipals = 30;
const versions = ['1', '2', '3', '4', '5'];
const lists = ['DataLakeAdmins', 'ReadOnlyAdmins', 'ExternalDataFilteringAllowList'] as const;

/** The settings of the lake, of which each write replaces all: what is left out is switched off. */
export const settingsOperations = (state: LakeState): LakeOperations => ({
  GetDataLakeSettings: (call) => ({ DataLakeSettings: state.settingsOf(call) }),
  PutDataLakeSettings: async (call) => {
    state.settings.set(await checked(state, call, call.input.DataLakeSettings), call.account, call.region);
    return {};
  },
});

async function checked(state: LakeState, scope: Scope, given: Shape<DataLakeSettings> = {}): Promise<Settings> {
  const parameters = { CROSS_ACCOUNT_VERSION: '1', SET_CONTEXT: 'TRUE', ...given.Parameters };
  if (!versions.includes(parameters.CROSS_ACCOUNT_VERSION))
    throw invalid(`Invalid value for CROSS_ACCOUNT_VERSION: ${parameters.CROSS_ACCOUNT_VERSION}`);
  for (const name of lists) {
    const list = given[name] ?? [];
    if (list.length > mostPrincipals) throw invalid(`${name} can have at most ${mostPrincipals} principals`);
    for (const principal of list) await readPrincipal(state, scope, principal);
  }
  return {
    DataLakeAdmins: [],
    CreateDatabaseDefaultPermissions: [],
    CreateTableDefaultPermissions: [],
    ...given,
    Parameters: parameters,
  };
}
