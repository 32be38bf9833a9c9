import { config } from '../../../../emulator/services/config';
import { motoWith } from '../../../support/moto-with';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const recorder = `arn:aws:iam::${MANAGEMENT}:role/recorder`;
const remediator = `arn:aws:iam::${MANAGEMENT}:role/remediator`;
const lambda = `arn:aws:lambda:us-east-1:${MANAGEMENT}:function:rule`;
const managed = { Owner: 'AWS', SourceIdentifier: 'ENCRYPTED_VOLUMES' };

async function start({ withRecorder = true } = {}) {
  const functions = {
    [lambda]: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'config.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: lambda,
          Condition: { StringEquals: { 'AWS:SourceAccount': MANAGEMENT } },
        },
      ],
    },
  };
  const roles = { [recorder]: {}, [remediator]: {} };
  const service = config(fakeWorld({ moto: motoWith({ roles, functions, documents: ['own'] }) }));
  const call = callOf(service);
  if (withRecorder) await call('PutConfigurationRecorder', { ConfigurationRecorder: { roleARN: recorder } });
  const put = (rule: object = {}) =>
    call('PutConfigRule', { ConfigRule: { ConfigRuleName: 'volumes', Source: managed, ...rule } });
  return { service, call, put };
}

describe('config rules', () => {
  test('are described 25 at a time', async () => {
    const { call, put } = await start();
    for (let rule = 1; rule <= 26; rule += 1) await put({ ConfigRuleName: `rule-${rule}` });
    const { ConfigRules, NextToken } = await call('DescribeConfigRules');
    expect(ConfigRules).toHaveLength(25);
    expect((await call('DescribeConfigRules', { NextToken })).ConfigRules).toMatchObject([
      { ConfigRuleName: 'rule-26' },
    ]);
    await expect(call('DescribeConfigRules', { NextToken: 'x' })).rejects.toMatchObject({
      code: 'InvalidNextTokenException',
    });
  });

  test('have a status for as many as are asked for, and zero asks for the usual number', async () => {
    const { call, put } = await start();
    for (const name of ['a', 'b']) await put({ ConfigRuleName: name });
    const status = async (Limit: number) =>
      (await call('DescribeConfigRuleEvaluationStatus', { Limit })).ConfigRulesEvaluationStatus.length;
    expect([await status(0), await status(1)]).toEqual([2, 1]);
    for (const Limit of [-1, 101])
      await expect(call('DescribeAggregationAuthorizations', { Limit })).rejects.toMatchObject({
        code: 'InvalidLimitException',
      });
  });
});

describe('a config rule', () => {
  test('is active and has the ids that AWS gives', async () => {
    const { call, put } = await start();
    await put();
    const { ConfigRules } = await call('DescribeConfigRules', { ConfigRuleNames: ['volumes'] });
    expect(ConfigRules).toMatchObject([
      {
        ConfigRuleArn: expect.stringMatching(/:config-rule\/config-rule-\w{6}$/),
        ConfigRuleState: 'ACTIVE',
        EvaluationModes: [{ Mode: 'DETECTIVE' }],
        Source: managed,
      },
    ]);
    await put({ Description: 'new' });
    const again = await call('DescribeConfigRules');
    expect(again.ConfigRules).toMatchObject([{ ConfigRuleId: ConfigRules[0].ConfigRuleId, Description: 'new' }]);
  });

  test('is refused without a recorder', async () => {
    const { put } = await start({ withRecorder: false });
    await expect(put()).rejects.toMatchObject({ code: 'NoAvailableConfigurationRecorderException' });
  });

  test('is refused with what cannot be the identifier of a managed rule', async () => {
    const { put } = await start();
    for (const SourceIdentifier of ['encrypted-volumes', 'ENCRYPTED', '', 'AWS_CONFIG_PROCESS_CHECK']) {
      await expect(put({ Source: { Owner: 'AWS', SourceIdentifier } })).rejects.toMatchObject({
        code: 'InvalidParameterValueException',
        message: expect.stringContaining(`The sourceIdentifier ${SourceIdentifier} is invalid.`),
      });
    }
  });

  test('is refused with input parameters that are no JSON', async () => {
    const { put } = await start();
    await expect(put({ InputParameters: '{a}' })).rejects.toMatchObject({ code: 'InvalidParameterValueException' });
  });

  test('is refused with a function that AWS Config may not invoke', async () => {
    const { put } = await start();
    const by = (SourceIdentifier: string) => put({ Source: { Owner: 'CUSTOM_LAMBDA', SourceIdentifier } });
    await expect(by(lambda)).resolves.toEqual({});
    await expect(by(`${lambda}-2`)).rejects.toMatchObject({ code: 'InsufficientPermissionsException' });
  });

  test('is refused as number 1001 of an account and region', async () => {
    const { put } = await start();
    for (let number = 0; number < 1000; number++) await put({ ConfigRuleName: `rule-${number}` });
    await expect(put()).rejects.toMatchObject({ code: 'MaxNumberOfConfigRulesExceededException' });
  });

  test('shows the text of its Guard policy only when asked for it', async () => {
    const { call, put } = await start();
    const CustomPolicyDetails = { PolicyRuntime: 'guard-2.x.x', PolicyText: 'rule a { b exists }' };
    await put({ Source: { Owner: 'CUSTOM_POLICY', CustomPolicyDetails } });
    const { ConfigRules } = await call('DescribeConfigRules');
    expect(ConfigRules[0].Source.CustomPolicyDetails).toEqual({ PolicyRuntime: 'guard-2.x.x' });
    expect(await call('GetCustomRulePolicy', { ConfigRuleName: 'volumes' })).toEqual({
      PolicyText: 'rule a { b exists }',
    });
  });

  test('has no data to judge by', async () => {
    const { call, put } = await start();
    await put();
    expect(await call('DescribeComplianceByConfigRule')).toEqual({
      ComplianceByConfigRules: [{ ConfigRuleName: 'volumes', Compliance: { ComplianceType: 'INSUFFICIENT_DATA' } }],
    });
    expect(await call('DescribeComplianceByConfigRule', { ComplianceTypes: ['NON_COMPLIANT'] })).toEqual({
      ComplianceByConfigRules: [],
    });
  });

  test('is unknown once it is deleted', async () => {
    const { service, call, put } = await start();
    await put();
    await call('DeleteConfigRule', { ConfigRuleName: 'volumes' });
    expect(service.leftovers()).toHaveLength(1);
    const refusal = { code: 'NoSuchConfigRuleException' };
    await expect(call('DescribeConfigRules', { ConfigRuleNames: ['volumes'] })).rejects.toMatchObject(refusal);
    await expect(call('DeleteConfigRule', { ConfigRuleName: 'volumes' })).rejects.toMatchObject(refusal);
  });
});

describe('a remediation configuration', () => {
  async function startWithRule() {
    const { call, put } = await start();
    await put();
    const remediate = (settings: object = {}) =>
      call('PutRemediationConfigurations', {
        RemediationConfigurations: [
          {
            ConfigRuleName: 'volumes',
            TargetType: 'SSM_DOCUMENT',
            TargetId: 'AWS-PublishSNSNotification',
            ...settings,
          },
        ],
      });
    return { call, remediate };
  }
  const role = (arn: string) => ({ AutomationAssumeRole: { StaticValue: { Values: [arn] } } });

  test('is shown as it was put, and is gone once it is deleted', async () => {
    const { call, remediate } = await startWithRule();
    const names = { ConfigRuleNames: ['volumes'] };
    expect(await call('DescribeRemediationConfigurations', names)).toEqual({ RemediationConfigurations: [] });
    await remediate({ Automatic: true, Parameters: role(remediator), MaximumAutomaticAttempts: 3 });
    const { RemediationConfigurations } = await call('DescribeRemediationConfigurations', names);
    expect(RemediationConfigurations).toMatchObject([{ MaximumAutomaticAttempts: 3, Automatic: true }]);
    const rule = { ConfigRuleName: 'volumes' };
    expect(await call('DescribeRemediationExecutionStatus', rule)).toEqual({ RemediationExecutionStatuses: [] });
    expect(await call('DescribeRemediationExceptions', rule)).toEqual({ RemediationExceptions: [] });
    await call('DeleteRemediationConfiguration', rule);
    await expect(call('DescribeRemediationExecutionStatus', rule)).rejects.toMatchObject({
      code: 'NoSuchRemediationConfigurationException',
    });
    await expect(call('DeleteRemediationConfiguration', { ConfigRuleName: 'volumes' })).rejects.toMatchObject({
      code: 'NoSuchRemediationConfigurationException',
    });
  });

  test('is refused for a rule that does not exist', async () => {
    const { remediate } = await startWithRule();
    await expect(remediate({ ConfigRuleName: 'missing' })).rejects.toMatchObject({
      code: 'InvalidParameterValueException',
    });
  });

  test('is refused with a document that does not exist', async () => {
    const { remediate } = await startWithRule();
    await expect(remediate({ TargetId: 'own' })).resolves.toEqual({ FailedBatches: [] });
    await expect(remediate({ TargetId: 'missing' })).rejects.toMatchObject({ code: 'InvalidParameterValueException' });
  });

  test('is refused with a parameter that has no value or two', async () => {
    const { remediate } = await startWithRule();
    const both = { ResourceValue: { Value: 'RESOURCE_ID' }, StaticValue: { Values: ['a'] } };
    for (const Message of [{}, both]) {
      await expect(remediate({ Parameters: { Message } })).rejects.toMatchObject({
        code: 'InvalidParameterValueException',
      });
    }
  });

  test('is refused as automatic without a role', async () => {
    const { remediate } = await startWithRule();
    await expect(remediate({ Automatic: true })).rejects.toMatchObject({ code: 'InvalidParameterValueException' });
  });

  test('is refused with a role that is missing or of another account', async () => {
    const { remediate } = await startWithRule();
    for (const arn of [`${remediator}-2`, 'arn:aws:iam::999999999999:role/remediator']) {
      await expect(remediate({ Parameters: role(arn) })).rejects.toMatchObject({
        code: 'InsufficientPermissionsException',
      });
    }
  });

  test('keeps its rule from being deleted', async () => {
    const { call, remediate } = await startWithRule();
    await remediate();
    await expect(call('DeleteConfigRule', { ConfigRuleName: 'volumes' })).rejects.toMatchObject({
      code: 'ResourceInUseException',
    });
  });
});
