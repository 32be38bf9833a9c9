import type { AnalyzerConfiguration, Type } from '@aws-sdk/client-accessanalyzer';
import type { Shape } from './api';
import { invalid } from './errors';
import { isExternal, isOrganizational } from './state';

/** Refuses a configuration that an analyzer of this type cannot have. */
export function requireConfiguration(
  type: Type,
  configuration: Shape<AnalyzerConfiguration> | undefined,
  owner: string,
): void {
  if (configuration === undefined) return;
  const { unusedAccess, internalAccess } = configuration;
  const ofItsKind = type.endsWith('_UNUSED_ACCESS') ? unusedAccess : internalAccess;
  if (isExternal(type) || ofItsKind === undefined || Object.keys(configuration).length !== 1)
    throw invalid(`The configuration is not valid for an analyzer of type ${type}`);
  const { unusedAccessAge: age } = unusedAccess ?? {};
  if (age !== undefined && !(age >= 1 && age <= 365)) throw invalid('unusedAccessAge must be between 1 and 365 days');
  const { exclusions = [] } = unusedAccess?.analysisRule ?? {};
  const { inclusions = [] } = internalAccess?.analysisRule ?? {};
  const named = [...exclusions, ...inclusions].flatMap(({ accountIds }) => (accountIds ? [accountIds] : []));
  if (named.length > 0 && !isOrganizational(type))
    throw invalid('Account IDs can only be applied for organization-level analyzers');
  if (unusedAccess && named.flat().includes(owner))
    throw invalid('The exclusions cannot include the organization analyzer owner account');
}
