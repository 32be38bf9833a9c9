import { quotas } from '../schema/quotas';

/** A Config rule of a pack, managed by AWS. */
export interface PackRule {
  /** Name of the rule, kebab-case. */
  readonly name: string;
  readonly description: string;
  /** Source identifier: `SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS`. */
  readonly identifier: string;
  /** Resource types that trigger it. @default - the rule is periodic */
  readonly resourceTypes?: readonly string[];
  /** Rule parameters: name in the rule to name in the pack's `Parameters`. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly remediation?: PackRemediation;
}

/** What is done to a resource that breaks a rule. */
interface PackRemediation {
  /** SSM Automation document. */
  readonly document: string;
  /** The document's parameter that takes the resource's id. */
  readonly resourceParameter: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Name of the role in each account that the document assumes. */
  readonly role: string;
  /** Whether Config starts it by itself. */
  readonly automatic: boolean;
}

/** A conformance pack before it is rendered. */
export interface ConformancePack {
  readonly name: string;
  /** Declared parameters with their values. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly rules: readonly PackRule[];
}

/**
 * Renders the template of a pack; JSON is YAML.
 *
 * @throws Error that names pack, size and limit where AWS would refuse it
 */
export function packTemplate(pack: ConformancePack): string {
  const resources = pack.rules.flatMap((rule): [string, object][] => [
    [logicalId(rule), configRule(rule)],
    ...(rule.remediation
      ? [[`${logicalId(rule)}Remediation`, remediation(rule, rule.remediation)] as [string, object]]
      : []),
  ]);
  const parameters = Object.entries(pack.parameters);
  const template = JSON.stringify({
    ...(parameters.length > 0 && {
      Parameters: Object.fromEntries(parameters.map(([name, value]) => [name, { Type: 'String', Default: value }])),
    }),
    Resources: Object.fromEntries(resources),
  });
  const limits = [
    { count: pack.rules.length, quota: quotas.rulesPerPack },
    { count: template.length, quota: quotas.packTemplate },
  ];
  for (const { count, quota } of limits)
    if (count > quota.value)
      throw new Error(
        `Conformance pack '${pack.name}' has ${count} ${quota.unit}; the limit is ${quota.value} (${quota.source})`,
      );
  return template;
}

const logicalId = ({ name }: PackRule): string =>
  name.replace(/(?:^|-)(\w)/g, (_match, first: string) => first.toUpperCase());

const configRule = ({ name, description, identifier, resourceTypes, parameters }: PackRule) => ({
  Type: 'AWS::Config::ConfigRule',
  Properties: {
    ConfigRuleName: name,
    Description: description,
    Source: { Owner: 'AWS', SourceIdentifier: identifier },
    ...(resourceTypes && { Scope: { ComplianceResourceTypes: resourceTypes } }),
    ...(parameters && {
      InputParameters: Object.fromEntries(
        Object.entries(parameters).map(([key, parameter]) => [key, { Ref: parameter }]),
      ),
    }),
  },
});

const remediation = (
  rule: PackRule,
  { document, resourceParameter, parameters, role, automatic }: PackRemediation,
) => ({
  Type: 'AWS::Config::RemediationConfiguration',
  DependsOn: logicalId(rule),
  Properties: {
    ConfigRuleName: rule.name,
    TargetType: 'SSM_DOCUMENT',
    TargetId: document,
    Automatic: automatic,
    MaximumAutomaticAttempts: 5,
    RetryAttemptSeconds: 60,
    Parameters: {
      [resourceParameter]: { ResourceValue: { Value: 'RESOURCE_ID' } },
      ...Object.fromEntries(
        Object.entries(parameters).map(([key, value]) => [key, { StaticValue: { Values: [value] } }]),
      ),
      // Packs are deployed by CloudFormation in each account, so the pseudo parameter is that of the account.
      AutomationAssumeRole: {
        StaticValue: { Values: [{ 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:role/${role}` }] },
      },
    },
  },
});
