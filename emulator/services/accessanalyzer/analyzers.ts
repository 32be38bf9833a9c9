import type { AnalyzerSummary, ReasonCode, Type } from '@aws-sdk/client-accessanalyzer';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { AnalyzerCall, AnalyzerOperations, Shape } from './api';
import { newRule } from './archive-rules';
import { requireConfiguration } from './configuration';
import { conflict, invalid } from './errors';
import { isAdministrator, requireOrganizationAdministrator } from './organization';
import { ensureServiceLinkedRole } from './service-linked-role';
import { type AccessAnalyzerState, type Analyzer, isExternal, isOrganizational, servicePrincipal } from './state';

const types: readonly Type[] = [
  'ACCOUNT',
  'ORGANIZATION',
  'ACCOUNT_UNUSED_ACCESS',
  'ORGANIZATION_UNUSED_ACCESS',
  'ACCOUNT_INTERNAL_ACCESS',
  'ORGANIZATION_INTERNAL_ACCESS',
];

/** Analyzers of an account's own region; those of an organization are for its administrators only. */
export const analyzerOperations = (state: AccessAnalyzerState): AnalyzerOperations => ({
  CreateAnalyzer: (call) => create(state, call),
  ListAnalyzers: ({ account, region, input }) => ({
    analyzers: state.analyzers
      .list(account, region)
      .filter(({ type }) => input.type === undefined || input.type === type)
      .map((analyzer) => summary(state, analyzer)),
  }),
  GetAnalyzer: (call) => {
    const analyzer = state.findAnalyzer(call, call.input.analyzerName);
    return { analyzer: { ...summary(state, analyzer), configuration: analyzer.configuration } };
  },
  UpdateAnalyzer: (call) => {
    const analyzer = state.findAnalyzer(call, call.input.analyzerName);
    const { configuration } = call.input;
    if (isExternal(analyzer.type))
      throw invalid('This action is not supported for external access analyzers', 'notSupported');
    requireConfiguration(analyzer.type, configuration, call.account);
    analyzer.configuration = configuration;
    return { configuration };
  },
  DeleteAnalyzer: (call) => {
    state.analyzers.delete(call.account, call.region, state.findAnalyzer(call, call.input.analyzerName).name);
    return {};
  },
});

async function create(state: AccessAnalyzerState, call: AnalyzerCall<'CreateAnalyzer'>) {
  const { account, region, input } = call;
  const { analyzerName: name = '', type, configuration, archiveRules = [], tags } = input;
  if (type === undefined || !types.includes(type)) throw invalid('The type of the analyzer is not valid');
  if (!/^[A-Za-z_][A-Za-z0-9_.-]{0,254}$/.test(name)) throw invalid('The name of the analyzer is not valid');
  if (isOrganizational(type)) await requireOrganizationAdministrator(state, account);
  requireConfiguration(type, configuration, account);
  if (state.analyzers.get(account, region, name) !== undefined) throw conflict('Analyzer', name);
  requireQuota(state, call, name, type);
  const analyzer: Analyzer = {
    name,
    account,
    arn: arnOf('access-analyzer', call, `analyzer/${name}`),
    type,
    created: state.world.clock.iso(),
    configuration,
    tags: tagsOfRecord(tags),
    archiveRules: new Map(archiveRules.map(({ ruleName = '', filter }) => [ruleName, newRule(state, filter)])),
  };
  state.analyzers.set(analyzer, account, region, name);
  await ensureServiceLinkedRole(state, account);
  return { arn: analyzer.arn };
}

/** One analyzer of a type per account and region; for an organization five, whichever account created them. */
function requireQuota(state: AccessAnalyzerState, { account, region }: Scope, name: string, type: Type): void {
  const counted = state.analyzers
    .entries()
    .filter(
      ([[owner, place], analyzer]) =>
        place === region && analyzer.type === type && (isOrganizational(type) || owner === account),
    );
  if (counted.length < (isOrganizational(type) ? 5 : 1)) return;
  throw new AwsError('ServiceQuotaExceededException', `You have reached the quota of analyzers of type ${type}`, 402, {
    resourceId: name,
    resourceType: 'Analyzer',
  });
}

function summary(state: AccessAnalyzerState, analyzer: Analyzer): Shape<AnalyzerSummary> {
  const { name, arn, type, created, tags } = analyzer;
  return { name, arn, type, tags: tagRecord(tags), createdAt: created, ...status(state, analyzer) };
}

/** An organization's analyzer rests while its account may not look at the organization. */
function status(
  { world: { organization } }: AccessAnalyzerState,
  { type, account }: Analyzer,
): Pick<Shape<AnalyzerSummary>, 'status' | 'statusReason'> {
  const disabled = (code: ReasonCode) => ({ status: 'DISABLED' as const, statusReason: { code } });
  if (!isOrganizational(type)) return { status: 'ACTIVE' };
  if (organization.find() === undefined) return disabled('ORGANIZATION_DELETED');
  if (!organization.hasTrustedAccess(servicePrincipal)) return disabled('AWS_SERVICE_ACCESS_DISABLED');
  if (!isAdministrator(organization, account)) return disabled('DELEGATED_ADMINISTRATOR_DEREGISTERED');
  return { status: 'ACTIVE' };
}
