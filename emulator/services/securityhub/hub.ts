import { tagsOfRecord } from '../../toolkit/tags';
import type { SecurityHubCall, SecurityHubOperations } from './api';
import { requireSelfManaged } from './central';
import { conflict, invalid, notFound } from './errors';
import { defaultStandards } from './standards';
import type { SecurityHubState } from './state';

/** Security Hub switched on in the caller's own account and region. */
export const enableSecurityHub = (state: SecurityHubState): SecurityHubOperations => ({
  EnableSecurityHub: (call) => enable(state, call),
});

/** Security Hub read, configured and switched off in the caller's own account and region. */
export const hubOperations = (state: SecurityHubState): SecurityHubOperations => ({
  DescribeHub: (call) => {
    const hub = state.findHub(call);
    const { HubArn = hub.arn } = call.input;
    if (HubArn !== hub.arn) throw notFound(`Hub ${HubArn} not found`);
    return {
      HubArn,
      SubscribedAt: hub.subscribedAt,
      AutoEnableControls: hub.autoEnableControls,
      ControlFindingGenerator: hub.controlFindingGenerator,
    };
  },
  UpdateSecurityHubConfiguration: (call) => update(state, call),
  DisableSecurityHub: (call) => disable(state, call),
});

function enable(state: SecurityHubState, call: SecurityHubCall<'EnableSecurityHub'>) {
  const { account, region, input } = call;
  requireSelfManaged(state, call);
  if (state.hubs.get(account, region) !== undefined) throw conflict('Account is already subscribed to Security Hub');
  requireGenerator(input.ControlFindingGenerator);
  state.enable(call, input.EnableDefaultStandards === false ? [] : defaultStandards(region), {
    controlFindingGenerator: input.ControlFindingGenerator,
    tags: tagsOfRecord(input.Tags),
  });
  return {};
}

function update(state: SecurityHubState, call: SecurityHubCall<'UpdateSecurityHubConfiguration'>) {
  const hub = state.findHub(call);
  requireSelfManaged(state, call);
  const { AutoEnableControls, ControlFindingGenerator } = call.input;
  requireGenerator(ControlFindingGenerator);
  hub.autoEnableControls = AutoEnableControls ?? hub.autoEnableControls;
  hub.controlFindingGenerator = ControlFindingGenerator ?? hub.controlFindingGenerator;
  return {};
}

function disable(state: SecurityHubState, call: SecurityHubCall<'DisableSecurityHub'>) {
  const { account, region } = call;
  requireSelfManaged(state, call);
  const hasMembers = state.members.list(region, account).some(({ status }) => status === 'Enabled');
  if (hasMembers || state.organizationAdmins.get(region)?.account === account)
    throw invalid('Cannot disable Security Hub on the Security Hub administrator');
  state.disable(call);
  if (state.findingAggregators.get(account)?.homeRegion === region) state.findingAggregators.delete(account);
  return {};
}

function requireGenerator(generator: string | undefined): void {
  if (![undefined, 'STANDARD_CONTROL', 'SECURITY_CONTROL'].includes(generator))
    throw invalid('ControlFindingGenerator must be STANDARD_CONTROL or SECURITY_CONTROL');
}
