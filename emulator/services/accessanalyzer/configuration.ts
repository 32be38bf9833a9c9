import type { Json } from '../../toolkit/untyped';
import { invalid } from './errors';
import { type AnalyzerType, isOrganizational } from './state';

/** Refuses a configuration that an analyzer of this type cannot have. */
export function requireConfiguration(type: AnalyzerType, configuration: Json | undefined, owner: string): void {
  if (configuration === undefined) return;
  const kind = type.endsWith('_UNUSED_ACCESS') ? 'unusedAccess' : 'internalAccess';
  if (!type.includes('_') || configuration[kind] === undefined || Object.keys(configuration).length !== 1) {
    throw invalid(`The configuration is not valid for an analyzer of type ${type}`);
  }
  const { unusedAccessAge, analysisRule } = configuration[kind];
  if (unusedAccessAge !== undefined && !(unusedAccessAge >= 1 && unusedAccessAge <= 365)) {
    throw invalid('unusedAccessAge must be between 1 and 365 days');
  }
  for (const { accountIds } of [...(analysisRule?.exclusions ?? []), ...(analysisRule?.inclusions ?? [])]) {
    if (accountIds === undefined) continue;
    if (!isOrganizational(type)) throw invalid('Account IDs can only be applied for organization-level analyzers');
    if (kind === 'unusedAccess' && accountIds.includes(owner)) {
      throw invalid('The exclusions cannot include the organization analyzer owner account');
    }
  }
}
