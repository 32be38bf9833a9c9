import { AwsError } from '../../toolkit/errors';
import type { Call, Json, Route } from '../../toolkit/untyped';
import { requireFilter } from './archive-rules';
import { requireConfiguration } from './configuration';
import { conflict, invalid } from './errors';
import { isAdministrator, requireOrganizationAdministrator } from './organization';
import { ensureServiceLinkedRole } from './service-linked-role';
import {
  type AccessAnalyzerState,
  type Analyzer,
  type AnalyzerType,
  isOrganizational,
  PRINCIPAL,
  TIMESTAMP,
  typeOf,
} from './state';

/** Analyzers of an account's own region; those of an organization are for its administrators only. */
export function analyzerRoutes(state: AccessAnalyzerState): Route[] {
  const path = '/analyzer/:analyzerName';
  const at = (method: Route['method'], path: string, operation: string, handle: Route['handle']) => {
    return { method, path, operation, handle };
  };
  return [
    at('PUT', '/analyzer', 'CreateAnalyzer', (call) => createAnalyzer(state, call)),
    at('GET', '/analyzer', 'ListAnalyzers', ({ account, region, input }) => ({
      analyzers: state.analyzers
        .list(account, region)
        .filter(({ type }) => input.type === undefined || input.type === type)
        .map((analyzer) => summary(state, analyzer)),
    })),
    at('GET', path, 'GetAnalyzer', (call) => {
      const analyzer = state.findAnalyzer(call);
      return { analyzer: { ...summary(state, analyzer), configuration: analyzer.configuration } };
    }),
    at('PUT', path, 'UpdateAnalyzer', (call) => updateAnalyzer(state, call)),
    at('DELETE', path, 'DeleteAnalyzer', (call) => {
      state.analyzers.delete(call.account, call.region, state.findAnalyzer(call).name);
      return {};
    }),
  ];
}

async function createAnalyzer(state: AccessAnalyzerState, call: Call): Promise<Json> {
  const { account, region, input } = call;
  const name: string = input.analyzerName;
  const type = typeOf(input.type);
  if (type === undefined) throw invalid('The type of the analyzer is not valid');
  if (!/^[A-Za-z_][A-Za-z0-9_.-]{0,254}$/.test(name)) throw invalid('The name of the analyzer is not valid');
  if (isOrganizational(type)) await requireOrganizationAdministrator(state, account);
  requireConfiguration(type, input.configuration, account);
  if (state.analyzers.get(account, region, name) !== undefined) throw conflict('Analyzer', name);
  requireQuota(state, call, type);
  const archiveRules = new Map<string, Json>();
  for (const { ruleName, filter } of input.archiveRules ?? []) archiveRules.set(ruleName, requireFilter(filter));
  const arn = `arn:aws:access-analyzer:${region}:${account}:analyzer/${name}`;
  const { configuration, tags = {} } = input;
  state.analyzers.set({ name, account, arn, type, configuration, tags, archiveRules }, account, region, name);
  await ensureServiceLinkedRole(state, account);
  return { arn };
}

/** One analyzer of a type per account and region; for an organization five, whichever account created them. */
function requireQuota(state: AccessAnalyzerState, { account, region, input }: Call, type: AnalyzerType): void {
  const counted = state.analyzers
    .entries()
    .filter(
      ([[owner, place], analyzer]) =>
        place === region && analyzer.type === type && (isOrganizational(type) || owner === account),
    );
  if (counted.length < (isOrganizational(type) ? 5 : 1)) return;
  throw new AwsError('ServiceQuotaExceededException', `You have reached the quota of analyzers of type ${type}`, 402, {
    resourceId: input.analyzerName,
    resourceType: 'Analyzer',
  });
}

function updateAnalyzer(state: AccessAnalyzerState, call: Call): Json {
  const analyzer = state.findAnalyzer(call);
  if (analyzer.type === 'ACCOUNT' || analyzer.type === 'ORGANIZATION') {
    throw invalid('This action is not supported for external access analyzers', 'notSupported');
  }
  requireConfiguration(analyzer.type, call.input.configuration, call.account);
  analyzer.configuration = call.input.configuration;
  return { configuration: analyzer.configuration };
}

function summary(state: AccessAnalyzerState, analyzer: Analyzer): Json {
  const { name, arn, type, tags } = analyzer;
  return { name, arn, type, tags, createdAt: TIMESTAMP, ...status(state, analyzer) };
}

/** An organization's analyzer rests while its account may not look at the organization. */
function status(state: AccessAnalyzerState, { type, account }: Analyzer): Json {
  const disabled = (code: string) => ({ status: 'DISABLED', statusReason: { code } });
  const { organization } = state.world;
  if (!isOrganizational(type)) return { status: 'ACTIVE' };
  if (organization.find() === undefined) return disabled('ORGANIZATION_DELETED');
  if (!organization.hasTrustedAccess(PRINCIPAL)) return disabled('AWS_SERVICE_ACCESS_DISABLED');
  if (!isAdministrator(organization, account)) return disabled('DELEGATED_ADMINISTRATOR_DEREGISTERED');
  return { status: 'ACTIVE' };
}
