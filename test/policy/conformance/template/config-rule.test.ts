import { conformancePacks } from '../../../../policy/conformance/conformance-packs';
import type { ControlSpec } from '../../../../schema/forms/control';
import { detectiveControl, zoneWith } from '../../../support/detective-control';

/** The template of the pack that holds one control with this rule. */
const templateWith = (detect: ControlSpec['detect']) => {
  const [pack] = conformancePacks(zoneWith(detectiveControl('made-rule', { detect })));
  return { ...pack, ...JSON.parse(pack?.template ?? '') };
};
const ruleWith = (detect: ControlSpec['detect']) => templateWith(detect).Resources.MadeRule;

const change = { EventSource: 'aws.config', MessageType: 'ConfigurationItemChangeNotification' };
const oversized = { EventSource: 'aws.config', MessageType: 'OversizedConfigurationItemChangeNotification' };
const scheduled = { EventSource: 'aws.config', MessageType: 'ScheduledNotification' };

describe('a Config rule of a pack', () => {
  it('has the name and the title of its control, under a logical id of letters and digits', () => {
    expect(templateWith({ managed: 'SOME_RULE' }).Resources).toEqual({
      MadeRule: {
        Type: 'AWS::Config::ConfigRule',
        Properties: {
          ConfigRuleName: 'made-rule',
          Description: 'Nobody breaks made-rule',
          Source: { Owner: 'AWS', SourceIdentifier: 'SOME_RULE' },
        },
      },
    });
  });

  it('is limited to the resource types that trigger it, and to none where AWS runs it by the clock', () => {
    const { Properties } = ruleWith({ managed: 'SOME_RULE', resourceTypes: ['AWS::S3::Bucket'] });
    expect(Properties.Scope).toEqual({ ComplianceResourceTypes: ['AWS::S3::Bucket'] });
    expect(ruleWith({ managed: 'SOME_RULE' }).Properties).not.toHaveProperty('Scope');
  });

  it('refers to parameters that the template declares and the pack gives a value', () => {
    const pack = templateWith({ managed: 'SOME_RULE', parameters: { maxAge: '90', kmsKeyArns: 'a,b' } });
    expect(pack.Parameters).toEqual({
      MadeRuleParamMaxAge: { Type: 'String' },
      MadeRuleParamKmsKeyArns: { Type: 'String' },
    });
    expect(pack.parameters).toEqual({ MadeRuleParamMaxAge: '90', MadeRuleParamKmsKeyArns: 'a,b' });
    expect(pack.Resources.MadeRule.Properties.InputParameters).toEqual({
      maxAge: { Ref: 'MadeRuleParamMaxAge' },
      kmsKeyArns: { Ref: 'MadeRuleParamKmsKeyArns' },
    });
  });

  it('carries its policy where it is written in Guard', () => {
    const guard = 'rule on { configuration.enabled == true }';
    expect(ruleWith({ guard, resourceTypes: ['AWS::S3::Bucket'] }).Properties).toMatchObject({
      Scope: { ComplianceResourceTypes: ['AWS::S3::Bucket'] },
      Source: {
        Owner: 'CUSTOM_POLICY',
        SourceDetails: [change],
        CustomPolicyDetails: { PolicyRuntime: 'guard-2.x.x', PolicyText: guard },
      },
    });
  });

  it('calls the function of the account and region that the pack lands in, and tells it which check to run', () => {
    const { Properties } = ruleWith({ lambda: 'some-check', frequency: 'Six_Hours', parameters: { limit: '3' } });
    expect(Properties.Source.SourceIdentifier).toEqual({
      'Fn::Sub': `arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:acme-ai-config-rules`,
    });
    expect(Properties.InputParameters).toEqual({ check: 'some-check', limit: { Ref: 'MadeRuleParamLimit' } });
  });

  it.each([
    ['by the clock', { frequency: 'Six_Hours' }, [{ ...scheduled, MaximumExecutionFrequency: 'Six_Hours' }]],
    ['at a change, however large the resource', { resourceTypes: ['AWS::S3::Bucket'] }, [change, oversized]],
    [
      'both ways',
      { resourceTypes: ['AWS::S3::Bucket'], frequency: 'One_Hour' },
      [change, oversized, { ...scheduled, MaximumExecutionFrequency: 'One_Hour' }],
    ],
  ] as const)('has the function called %s', (_when, trigger, details) => {
    const { Source } = ruleWith({
      lambda: 'some-check',
      ...structuredClone(trigger),
    } as ControlSpec['detect']).Properties;
    expect(Source).toMatchObject({ Owner: 'CUSTOM_LAMBDA', SourceDetails: details });
  });
});
