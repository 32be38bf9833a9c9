import { conformancePacks } from '../../../../policy/conformance/conformance-packs';
import type { ControlSpec } from '../../../../schema/forms/control';
import { awsRemediation, detectiveControl, ownRemediation, zoneWith } from '../../../support/detective-control';

const resourcesWith = (respond: ControlSpec['respond']) =>
  JSON.parse(conformancePacks(zoneWith(detectiveControl('made-rule', { respond })))[0]?.template ?? '').Resources;
const remediationWith = (respond: ControlSpec['respond']) => resourcesWith(respond).MadeRuleRemediation;

describe('the remediation of a rule', () => {
  it('follows its rule and repairs the resource that the rule reports', () => {
    const remediation = remediationWith(awsRemediation);
    expect(remediation.Type).toBe('AWS::Config::RemediationConfiguration');
    expect(remediation.DependsOn).toBe('MadeRule');
    expect(remediation.Properties).toMatchObject({
      ConfigRuleName: 'made-rule',
      TargetType: 'SSM_DOCUMENT',
      TargetId: 'AWS-EnableS3BucketEncryption',
      Parameters: {
        BucketName: { ResourceValue: { Value: 'RESOURCE_ID' } },
        SSEAlgorithm: { StaticValue: { Values: ['AES256'] } },
      },
    });
  });

  it('assumes the role of the account that the pack lands in', () => {
    expect(remediationWith(awsRemediation).Properties.Parameters.AutomationAssumeRole).toEqual({
      StaticValue: { Values: [{ 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:role/acme-ai-made-rule` }] },
    });
  });

  it('is tried five times where Config starts it, and waits for a person where it does not', () => {
    expect(remediationWith(awsRemediation).Properties).toMatchObject({
      Automatic: true,
      MaximumAutomaticAttempts: 5,
      RetryAttemptSeconds: 60,
    });
    const manual = remediationWith({ ...awsRemediation, automatic: false }).Properties;
    expect(manual.Automatic).toBe(false);
    expect(manual).not.toHaveProperty('MaximumAutomaticAttempts');
    expect(manual).not.toHaveProperty('RetryAttemptSeconds');
  });

  it('runs our document under the name that it has in the account', () => {
    expect(remediationWith(ownRemediation).Properties).toMatchObject({
      TargetId: 'acme-ai-made-rule',
      Parameters: { ResourceId: { ResourceValue: { Value: 'RESOURCE_ID' } } },
    });
  });

  it('is not there where somebody is told', () => {
    expect(Object.keys(resourcesWith('notify'))).toEqual(['MadeRule']);
  });
});
