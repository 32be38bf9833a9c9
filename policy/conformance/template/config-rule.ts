import { names } from '../../../schema/facts/names';
import type { DetectiveRule } from '../../../schema/forms/control';
import type { PackRule } from '../conformance-pack';

/** A rule as CloudFormation takes it; `parameters` are references to the template's own. */
export const configRule = (
  zone: { readonly name: string },
  { name, description, source }: PackRule,
  parameters: Readonly<Record<string, { readonly Ref: string }>>,
): object => {
  const inputs = 'lambda' in source ? { ...parameters, check: source.lambda } : parameters;
  return {
    Type: 'AWS::Config::ConfigRule',
    Properties: {
      ConfigRuleName: name,
      Description: description,
      Source: sourceOf(zone, source),
      ...(source.resourceTypes && { Scope: { ComplianceResourceTypes: source.resourceTypes } }),
      ...(Object.keys(inputs).length > 0 && { InputParameters: inputs }),
    },
  };
};

function sourceOf(zone: { readonly name: string }, source: DetectiveRule): object {
  if ('managed' in source) return { Owner: 'AWS', SourceIdentifier: source.managed };
  if ('guard' in source)
    return {
      Owner: 'CUSTOM_POLICY',
      SourceDetails: [trigger('ConfigurationItemChangeNotification')],
      CustomPolicyDetails: { PolicyRuntime: 'guard-2.x.x', PolicyText: source.guard },
    };
  return {
    Owner: 'CUSTOM_LAMBDA',
    SourceIdentifier: {
      'Fn::Sub': `arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${names.configRulesFunction(zone)}`,
    },
    SourceDetails: [
      // AWS Config announces an item that is too large for a message by one of its own.
      ...(source.resourceTypes
        ? [trigger('ConfigurationItemChangeNotification'), trigger('OversizedConfigurationItemChangeNotification')]
        : []),
      ...(source.frequency
        ? [{ ...trigger('ScheduledNotification'), MaximumExecutionFrequency: source.frequency }]
        : []),
    ],
  };
}

const trigger = (messageType: string) => ({ EventSource: 'aws.config', MessageType: messageType });
