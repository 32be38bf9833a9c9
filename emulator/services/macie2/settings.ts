import type { Call, Json, Route } from '../../toolkit/untyped';
import { accessDenied, invalid } from './errors';
import { testWrite } from './export';
import { oneOf } from './input';
import { type MacieState, route, TIMESTAMP } from './state';

/** The settings that an account has once in a region: results repository, publication, automated discovery. */
export function settingRoutes(state: MacieState): Route[] {
  const exportPath = '/classification-export-configuration';
  const publicationPath = '/findings-publication-configuration';
  const discoveryPath = '/automated-discovery/configuration';
  return [
    route(state, 'GET', exportPath, 'GetClassificationExportConfiguration', (call) => ({
      configuration: read(state, call, 'export') ?? {},
    })),
    route(state, 'PUT', exportPath, 'PutClassificationExportConfiguration', (call) => putExport(state, call)),
    route(state, 'GET', publicationPath, 'GetFindingsPublicationConfiguration', (call) => ({
      securityHubConfiguration: read(state, call, 'publication') ?? {
        publishClassificationFindings: false,
        publishPolicyFindings: true,
      },
    })),
    route(state, 'PUT', publicationPath, 'PutFindingsPublicationConfiguration', (call) => {
      write(state, call, 'publication', call.input.securityHubConfiguration);
      return {};
    }),
    route(state, 'GET', discoveryPath, 'GetAutomatedDiscoveryConfiguration', (call) => discovery(state, call)),
    route(state, 'PUT', discoveryPath, 'UpdateAutomatedDiscoveryConfiguration', (call) => updateDiscovery(state, call)),
  ];
}

const read = (state: MacieState, { account, region }: Call, name: string): Json | undefined =>
  state.settings.get(account, region, name);

const write = (state: MacieState, { account, region }: Call, name: string, value: Json): Json =>
  state.settings.set(value, account, region, name);

async function putExport(state: MacieState, call: Call): Promise<Json> {
  const { configuration } = call.input;
  if (configuration === undefined) throw invalid('configuration must be specified');
  // An empty configuration is how a destination is taken back.
  if (configuration.s3Destination !== undefined) await testWrite(state.world.moto, call, configuration.s3Destination);
  return { configuration: write(state, call, 'export', configuration) };
}

function discovery(state: MacieState, call: Call): Json {
  return {
    status: 'ENABLED',
    autoEnableOrganizationMembers: 'ALL',
    firstEnabledAt: TIMESTAMP,
    lastUpdatedAt: TIMESTAMP,
    ...read(state, call, 'discovery'),
  };
}

function updateDiscovery(state: MacieState, call: Call): Json {
  const { status, autoEnableOrganizationMembers } = call.input;
  if (state.membershipOf(call.account, call.region) !== undefined) {
    throw accessDenied('only your Macie administrator can change automated sensitive data discovery');
  }
  oneOf('status', status, ['ENABLED', 'DISABLED']);
  if (autoEnableOrganizationMembers !== undefined) {
    oneOf('autoEnableOrganizationMembers', autoEnableOrganizationMembers, ['ALL', 'NEW', 'NONE']);
  }
  write(state, call, 'discovery', {
    ...read(state, call, 'discovery'),
    status,
    ...(autoEnableOrganizationMembers !== undefined && { autoEnableOrganizationMembers }),
  });
  return {};
}
