import { type ConfigRule, paginateDescribeConfigRules } from '@aws-sdk/client-config-service';
import type { Parameters } from './judge';
import type { Place } from './place';

/** A rule of a conformance pack, as it is deployed in a place. */
export interface DeployedRule {
  /** With the id of its pack behind it. */
  readonly name: string;
  /** The id of the control that it detects for. */
  readonly control: string;
  readonly owner: 'AWS' | 'CUSTOM_LAMBDA' | 'CUSTOM_POLICY';
  /** The identifier of a managed rule, the check of a custom one, the control of a policy. */
  readonly code: string;
  readonly parameters: Parameters;
}

/** The rules that packs have put into the place. */
export async function deployedRules({ ask: { config } }: Place): Promise<readonly DeployedRule[]> {
  const rules: DeployedRule[] = [];
  for await (const { ConfigRules = [] } of paginateDescribeConfigRules({ client: config }, {}))
    for (const rule of ConfigRules) rules.push(...read(rule));
  return rules;
}

/** AWS puts the id of the pack behind the name that the template gives. */
function read({ ConfigRuleName: name = '', Source, InputParameters = '{}' }: ConfigRule): readonly DeployedRule[] {
  const [, control] = /^(.+)-conformance-pack-\w+$/.exec(name) ?? [];
  if (control === undefined || Source?.Owner === undefined) return [];
  const parameters = JSON.parse(InputParameters) as Parameters;
  const { Owner: owner, SourceIdentifier } = Source;
  const code = { AWS: SourceIdentifier, CUSTOM_LAMBDA: parameters.check, CUSTOM_POLICY: control }[owner] ?? '?';
  return [{ name, control, owner, code, parameters }];
}
