import { names } from '../../../schema/facts/names';
import type { Remediation } from '../../../schema/forms/control';

/** The remediation of a rule as CloudFormation takes it; it has to follow its rule. */
export const remediationConfiguration = (
  zone: { readonly name: string },
  rule: { readonly name: string; readonly logicalId: string },
  { document, resourceParameter, parameters, automatic }: Remediation,
): object => ({
  Type: 'AWS::Config::RemediationConfiguration',
  DependsOn: rule.logicalId,
  Properties: {
    ConfigRuleName: rule.name,
    TargetType: 'SSM_DOCUMENT',
    TargetId: typeof document === 'string' ? document : names.remediation(zone, rule.name),
    Automatic: automatic,
    ...(automatic && { MaximumAutomaticAttempts: 5, RetryAttemptSeconds: 60 }),
    Parameters: {
      [resourceParameter]: { ResourceValue: { Value: 'RESOURCE_ID' } },
      ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, staticValue(value)])),
      // Packs are deployed by CloudFormation in each account, so the pseudo parameter is that of the account.
      AutomationAssumeRole: staticValue({
        'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:role/${names.remediation(zone, rule.name)}`,
      }),
    },
  },
});

const staticValue = (value: string | object) => ({ StaticValue: { Values: [value] } });
