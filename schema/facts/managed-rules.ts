import rules from './managed-rules.json';

/** The parameters of a managed rule by their names. */
export type RuleParameters = Readonly<Record<string, 'required' | 'optional'>>;

/** The day on which the list was made: AWS has added rules since. */
export const managedRulesAsOf = '2026-09-23';

/**
 * The rules that AWS Config manages, by identifier; null where the parameters are not known here. Sources: AWS Config Developer Guide,
 * "List of AWS Config Managed Rules" and the pages of the rules, which of their parameters is required by the pages of April 2023; AWS
 * What's New of 2026-07-10, "AWS Config now supports 191 additional managed rules"; the parameter of
 * `BEDROCK_AGENTCORE_MEMORY_EVENT_EXPIRY_DURATION` as public repositories quote its template on 2026-11-28. The conformance packs of awslabs/aws-config-rules
 * use none that is missing here.
 */
export const managedRules = rules as Readonly<Record<string, RuleParameters | null>>;
