import type { Call, Json, Route } from '../../toolkit/untyped';
import { readDataSources, writeDataSources } from './data-sources';
import { invalidInput, notOrganizationMaster } from './errors';
import type { AutoEnable } from './features';
import { applyFeaturesToMembers, autoEnableAll } from './membership';
import { route } from './routes';
import type { DelegatedAdministrator, GuardDutyState } from './state';

/** The organization's settings in one region, which only its delegated administrator there reads and writes. */
export function organizationRoutes(state: GuardDutyState): Route[] {
  return [
    route('GET', '/detector/:detectorId/admin', 'DescribeOrganizationConfiguration', (call) =>
      describe(findAdministrator(state, call)),
    ),
    route('POST', '/detector/:detectorId/admin', 'UpdateOrganizationConfiguration', (call) => update(state, call)),
  ];
}

function findAdministrator(state: GuardDutyState, call: Call): DelegatedAdministrator {
  state.findDetector(call);
  const administrator = state.administrators.get(call.region);
  if (administrator?.account !== call.account) throw notOrganizationMaster();
  return administrator;
}

function describe({ autoEnable, features }: DelegatedAdministrator): Json {
  return {
    autoEnable: autoEnable !== 'NONE',
    autoEnableOrganizationMembers: autoEnable,
    memberAccountLimitReached: false,
    dataSources: writeDataSources((feature) => ({ autoEnable: features.get(feature) !== 'NONE' })),
    features: features.list(),
  };
}

function update(state: GuardDutyState, call: Call): Json {
  const administrator = findAdministrator(state, call);
  const { features } = administrator;
  const autoEnable = readAutoEnable(call.input);
  features.update(call.input.features ?? []);
  for (const [name, on] of readDataSources(call.input.dataSources)) {
    // The deprecated switch knows only new accounts; it does not narrow a feature that is on for all.
    if (!on) features.set(name, 'NONE');
    else if (features.get(name) === 'NONE') features.set(name, 'NEW');
  }
  administrator.autoEnable = autoEnable;
  autoEnableAll(state, call.region);
  applyFeaturesToMembers(state, call.account, call.region);
  return {};
}

/** The new setting, or the deprecated one; a request has to name one of them and only one. */
function readAutoEnable({ autoEnable, autoEnableOrganizationMembers: members }: Json): AutoEnable {
  if ((autoEnable === undefined) === (members === undefined)) throw invalidInput();
  if (members === undefined) return autoEnable ? 'NEW' : 'NONE';
  if (!['ALL', 'NEW', 'NONE'].includes(members)) throw invalidInput();
  return members;
}
