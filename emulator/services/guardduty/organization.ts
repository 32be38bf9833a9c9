import type { AutoEnableMembers } from '@aws-sdk/client-guardduty';
import type { GuardDutyCall, GuardDutyOperations, Input } from './api';
import { readDataSources, writeDataSources } from './data-sources';
import { invalidInput, notOrganizationMaster } from './errors';
import { applyFeaturesToMembers, autoEnableAll } from './membership';
import { describeOrganizationFeatures, organizationWishes } from './organization-features';
import type { DelegatedAdministrator, DetectorCall, GuardDutyState } from './state';

/** The organization's settings in one region, which only its delegated administrator there reads and writes. */
export const organizationOperations = (state: GuardDutyState): GuardDutyOperations => ({
  DescribeOrganizationConfiguration: (call) => {
    const { autoEnable, features } = findAdministrator(state, call);
    return {
      autoEnable: autoEnable !== 'NONE',
      autoEnableOrganizationMembers: autoEnable,
      memberAccountLimitReached: false,
      dataSources: writeDataSources((feature) => ({ autoEnable: features.get(feature) !== 'NONE' })),
      features: describeOrganizationFeatures(features),
    };
  },
  UpdateOrganizationConfiguration: (call) => update(state, call),
});

function findAdministrator(state: GuardDutyState, call: DetectorCall): DelegatedAdministrator {
  state.findDetector(call);
  const administrator = state.administrators.get(call.region);
  if (administrator?.account !== call.account) throw notOrganizationMaster();
  return administrator;
}

function update(state: GuardDutyState, call: GuardDutyCall<'UpdateOrganizationConfiguration'>) {
  const administrator = findAdministrator(state, call);
  const { features } = administrator;
  const autoEnable = readAutoEnable(call.input);
  features.update(organizationWishes(call.input.features));
  for (const [name, on] of readDataSources(call.input.dataSources)) {
    // The deprecated switch knows only new accounts; it does not narrow a feature that is on for all.
    if (!on) features.set(name, 'NONE');
    else if (features.get(name) === 'NONE') features.set(name, 'NEW');
  }
  administrator.autoEnable = autoEnable;
  autoEnableAll(state, call.region);
  applyFeaturesToMembers(state, call);
  return {};
}

/** The new setting, or the deprecated one; a request has to name one of them and only one. */
function readAutoEnable({
  autoEnable,
  autoEnableOrganizationMembers: members,
}: Input<'UpdateOrganizationConfiguration'>): AutoEnableMembers {
  if ((autoEnable === undefined) === (members === undefined)) throw invalidInput();
  if (members === undefined) return autoEnable ? 'NEW' : 'NONE';
  if (!['ALL', 'NEW', 'NONE'].includes(members)) throw invalidInput();
  return members;
}
