import type { Call, Json, Route } from '../../toolkit/untyped';
import { requireSelfManaged } from './central';
import { conflict, invalid, notFound } from './errors';
import { defaultStandards } from './standards';
import { route, type SecurityHubState, TIMESTAMP } from './state';

/** Security Hub on and off in the caller's own account and region, its configuration, and the tags of what has an ARN. */
export function hubRoutes(state: SecurityHubState): Route[] {
  const tagsPath = '/tags/:ResourceArn';
  const tagged = (call: Call) => {
    const { ResourceArn } = call.input;
    const own = state.policies.list().filter(({ arn }) => arn.split(':')[4] === call.account);
    const found = [state.findHub(call), ...own].find(({ arn }) => arn === ResourceArn);
    if (found === undefined) throw notFound(`Resource ${ResourceArn} not found`);
    return found;
  };
  return [
    { method: 'POST', path: '/accounts', operation: 'EnableSecurityHub', handle: (call) => enable(state, call) },
    route(state, 'GET', '/accounts', 'DescribeHub', (call) => describe(state, call)),
    route(state, 'PATCH', '/accounts', 'UpdateSecurityHubConfiguration', (call) => update(state, call)),
    route(state, 'DELETE', '/accounts', 'DisableSecurityHub', (call) => disable(state, call)),
    route(state, 'GET', tagsPath, 'ListTagsForResource', (call) => ({ Tags: tagged(call).tags })),
    route(state, 'POST', tagsPath, 'TagResource', (call) => {
      Object.assign(tagged(call).tags, call.input.Tags);
      return {};
    }),
    route(state, 'DELETE', tagsPath, 'UntagResource', (call) => {
      for (const key of [call.input.tagKeys].flat()) delete tagged(call).tags[key];
      return {};
    }),
  ];
}

function enable(state: SecurityHubState, call: Call): Json {
  const { account, region, input } = call;
  requireSelfManaged(state, call);
  if (state.hubs.get(account, region) !== undefined) throw conflict('Account is already subscribed to Security Hub');
  requireGenerator(input.ControlFindingGenerator);
  const standards = input.EnableDefaultStandards === false ? [] : defaultStandards(region);
  state.enable(account, region, input, standards);
  return {};
}

function describe(state: SecurityHubState, call: Call): Json {
  const hub = state.findHub(call);
  const { HubArn } = call.input;
  if (HubArn !== undefined && HubArn !== hub.arn) throw notFound(`Hub ${HubArn} not found`);
  return {
    HubArn: hub.arn,
    SubscribedAt: TIMESTAMP,
    AutoEnableControls: hub.autoEnableControls,
    ControlFindingGenerator: hub.controlFindingGenerator,
  };
}

function update(state: SecurityHubState, call: Call): Json {
  const hub = state.findHub(call);
  requireSelfManaged(state, call);
  const { AutoEnableControls, ControlFindingGenerator } = call.input;
  requireGenerator(ControlFindingGenerator);
  hub.autoEnableControls = AutoEnableControls ?? hub.autoEnableControls;
  hub.controlFindingGenerator = ControlFindingGenerator ?? hub.controlFindingGenerator;
  return {};
}

function disable(state: SecurityHubState, call: Call): Json {
  const { account, region } = call;
  requireSelfManaged(state, call);
  const hasMembers = state.members.list(region, account).some(({ status }) => status === 'Enabled');
  if (hasMembers || state.organizationAdmins.get(region)?.account === account) {
    throw invalid('Cannot disable Security Hub on the Security Hub administrator');
  }
  state.disable(account, region);
  if (state.findingAggregators.get(account)?.homeRegion === region) state.findingAggregators.delete(account);
  return {};
}

function requireGenerator(generator: unknown): void {
  if (![undefined, 'STANDARD_CONTROL', 'SECURITY_CONTROL'].includes(generator as string)) {
    throw invalid('ControlFindingGenerator must be STANDARD_CONTROL or SECURITY_CONTROL');
  }
}
