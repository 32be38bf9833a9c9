import { type ConfigRule, ConfigServiceClient, paginateDescribeConfigRules } from '@aws-sdk/client-config-service';
import type { Place } from './live-aws';
import type { Attributes } from './reader';

/**
 * The rules of conformance packs that stand in an account and region, by the names that their templates give them; AWS puts the name of the
 * pack behind. Of a Guard rule the text is not in it: it is `GetCustomRulePolicy` that returns it.
 */
export async function rulesOfPacks(at: Place): Promise<Readonly<Record<string, Attributes>>> {
  const pages = await at.pages(ConfigServiceClient, paginateDescribeConfigRules, {});
  const rules = pages.flatMap(({ ConfigRules = [] }) => ConfigRules).flatMap(read);
  return Object.fromEntries(rules);
}

function read({ ConfigRuleName = '', Source, Scope, InputParameters }: ConfigRule): [string, Attributes][] {
  const [, name] = /^(.+)-conformance-pack-\w+$/.exec(ConfigRuleName) ?? [];
  if (name === undefined) return [];
  const rule = {
    owner: Source?.Owner,
    identifier: Source?.SourceIdentifier,
    triggers: Source?.SourceDetails,
    types: Scope?.ComplianceResourceTypes,
    // As a document, so that a parameter more is seen as well.
    parameters: InputParameters || '{}',
  };
  return [[name, rule]];
}
