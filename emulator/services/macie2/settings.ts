import type { MacieCall, MacieOperations } from './api';
import { accessDenied, invalid } from './errors';
import { testWrite } from './export';
import { oneOf } from './input';
import type { Discovery, MacieState } from './state';

const usualDiscovery: Discovery = { status: 'ENABLED', autoEnableOrganizationMembers: 'ALL' };

/** The settings that an account has once in a region: results repository, publication, automated discovery. */
export const settingOperations = (state: MacieState): MacieOperations => ({
  GetClassificationExportConfiguration: ({ account, region }) => ({
    configuration: state.exports.get(account, region) ?? {},
  }),
  PutClassificationExportConfiguration: (call) => putExport(state, call),
  GetFindingsPublicationConfiguration: ({ account, region }) => ({
    securityHubConfiguration: state.publications.get(account, region) ?? {
      publishClassificationFindings: false,
      publishPolicyFindings: true,
    },
  }),
  PutFindingsPublicationConfiguration: ({ account, region, input: { securityHubConfiguration } }) => {
    if (securityHubConfiguration) state.publications.set(securityHubConfiguration, account, region);
    return {};
  },
  GetAutomatedDiscoveryConfiguration: ({ account, region }) => ({
    ...(state.discoveries.get(account, region) ?? usualDiscovery),
    firstEnabledAt: state.world.clock.iso(),
    lastUpdatedAt: state.world.clock.iso(),
  }),
  UpdateAutomatedDiscoveryConfiguration: (call) => updateDiscovery(state, call),
});

async function putExport(state: MacieState, call: MacieCall<'PutClassificationExportConfiguration'>) {
  const { configuration } = call.input;
  if (configuration === undefined) throw invalid('configuration must be specified');
  // An empty configuration is how a destination is taken back.
  if (configuration.s3Destination !== undefined) await testWrite(state.world.moto, call, configuration.s3Destination);
  return { configuration: state.exports.set(configuration, call.account, call.region) };
}

function updateDiscovery(state: MacieState, call: MacieCall<'UpdateAutomatedDiscoveryConfiguration'>) {
  const { account, region, input } = call;
  if (state.membershipOf(call) !== undefined)
    throw accessDenied('only your Macie administrator can change automated sensitive data discovery');
  const known = state.discoveries.get(account, region) ?? usualDiscovery;
  const members = input.autoEnableOrganizationMembers ?? known.autoEnableOrganizationMembers;
  const discovery = {
    status: oneOf('status', input.status, ['ENABLED', 'DISABLED']),
    autoEnableOrganizationMembers: oneOf('autoEnableOrganizationMembers', members, ['ALL', 'NEW', 'NONE']),
  };
  state.discoveries.set(discovery, account, region);
  return {};
}
