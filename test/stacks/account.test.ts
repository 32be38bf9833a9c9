import type { SettingsSpec } from '../../schema/forms/settings';
import {
  accountId,
  find,
  output,
  reference,
  resource,
  resources,
  smallZone,
  statements,
  synth,
  synthOne,
} from '../support/synth';
import { sampleSettings } from '../support/zone';

const stacks = synth(smallZone({ regions: ['eu-central-1', 'eu-west-1'] }, ['sandbox', 'acquired']));
const sandbox = find(stacks, 'account-sandbox');
const inside = Object.values(stacks).filter(({ name }) => name.startsWith('account-'));

/** The stack of the management account with these settings of its services. */
const accountWith = (services: Partial<SettingsSpec['services']>, regions = ['eu-central-1', 'eu-west-1']) =>
  synthOne(smallZone({ regions, services: { ...sampleSettings().services, ...services } }), 'account-management');

describe('the recorder of an account', () => {
  test.each(['eu-central-1', 'eu-west-1'])('begins in %s once its role and its channel are there', (region) => {
    expect(resource(sandbox, 'aws_config_configuration_recorder', `config-${region}`).depends_on).toEqual([
      'aws_iam_role_policy_attachment.config-recorder-role-managed',
      'aws_iam_role_policy.config-recorder-role-policy',
    ]);
    expect(resource(sandbox, 'aws_config_delivery_channel', `config-channel-${region}`)).toMatchObject({
      s3_bucket_name: output('log-archive', 'config_bucket'),
      s3_kms_key_arn: output('log-archive', 'config_key_arn'),
      snapshot_delivery_properties: { delivery_frequency: 'TwentyFour_Hours' },
      depends_on: [`aws_config_configuration_recorder.config-${region}`],
    });
    expect(resource(sandbox, 'aws_config_configuration_recorder_status', `config-status-${region}`)).toMatchObject({
      name: reference(`aws_config_configuration_recorder.config-${region}.name`),
      is_enabled: true,
      depends_on: [`aws_config_delivery_channel.config-channel-${region}`],
    });
  });

  const groupsOf = (stack: typeof sandbox) =>
    Object.entries(resources(stack, 'aws_config_configuration_recorder')).map(
      ([name, { recording_group, recording_mode }]) => [name, recording_group, recording_mode],
    );
  const mode = { recording_frequency: 'CONTINUOUS' };

  test('records everything but the verdicts of rules, of which each is paid for, and global resources at home alone', () => {
    const allBut = (...resource_types: string[]) => ({
      all_supported: false,
      include_global_resource_types: false,
      exclusion_by_resource_types: [{ resource_types }],
      recording_strategy: [{ use_only: 'EXCLUSION_BY_RESOURCE_TYPES' }],
    });
    const verdicts = 'AWS::Config::ResourceCompliance';
    const iam = ['AWS::IAM::Group', 'AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::IAM::User'];
    expect(groupsOf(sandbox)).toEqual([
      ['config-eu-central-1', allBut(verdicts), mode],
      ['config-eu-west-1', allBut(verdicts, ...iam), mode],
    ]);
  });

  test('records everything, whatever was excluded before, where the settings exclude nothing', () => {
    const everything = {
      all_supported: true,
      // What the provider keeps of an earlier exclusion otherwise, AWS refuses.
      exclusion_by_resource_types: [{}],
      recording_strategy: [{ use_only: 'ALL_SUPPORTED_RESOURCE_TYPES' }],
    };
    expect(groupsOf(accountWith({ config: { excludedResourceTypes: [] } }))).toEqual([
      ['config-eu-central-1', { ...everything, include_global_resource_types: true }, mode],
      ['config-eu-west-1', { ...everything, include_global_resource_types: false }, mode],
    ]);
  });

  test('leaves out what the settings exclude, and outside the home region global resources too', () => {
    const excluding = accountWith({ config: { excludedResourceTypes: ['AWS::EC2::NetworkInterface'] } });
    const groupOf = (region: string) =>
      resource(excluding, 'aws_config_configuration_recorder', `config-${region}`).recording_group;
    const group = (resource_types: string[]) => ({
      all_supported: false,
      include_global_resource_types: false,
      exclusion_by_resource_types: [{ resource_types }],
      recording_strategy: [{ use_only: 'EXCLUSION_BY_RESOURCE_TYPES' }],
    });
    const iam = ['AWS::IAM::Group', 'AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::IAM::User'];
    expect(groupOf('eu-central-1')).toEqual(group(['AWS::EC2::NetworkInterface']));
    expect(groupOf('eu-west-1')).toEqual(group(['AWS::EC2::NetworkInterface', ...iam]));
  });

  test('has a role that only Config assumes, and only for this account', () => {
    const role = resource(sandbox, 'aws_iam_role', 'config-recorder-role');
    expect(role.name).toBe('acme-ai-config-recorder');
    expect(statements(role.assume_role_policy).Service).toMatchObject({
      Principal: { Service: 'config.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': accountId('sandbox') } },
    });
    expect(resource(sandbox, 'aws_iam_role_policy_attachment', 'config-recorder-role-managed').policy_arn).toBe(
      'arn:aws:iam::aws:policy/service-role/AWS_ConfigRole',
    );
  });

  test('may deliver to the folder of its own account only', () => {
    const { policy } = resource(sandbox, 'aws_iam_role_policy', 'config-recorder-role-policy');
    const bucket = `arn:aws:s3:::${output('log-archive', 'config_bucket')}`;
    expect(statements(policy)).toMatchObject({
      CheckBucket: { Action: ['s3:GetBucketAcl', 's3:ListBucket'], Resource: bucket },
      Deliver: { Action: 's3:PutObject', Resource: `${bucket}/AWSLogs/${accountId('sandbox')}/Config/*` },
      Encrypt: { Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: output('log-archive', 'config_key_arn') },
    });
  });
});

/** What an auditor asks about: CloudTrail User Guide, logging-data-events-with-cloudtrail. */
const usedByAi = {
  AgentRegistry: 'Registry',
  Bedrock:
    'AgentAlias AsyncInvoke AutomatedReasoningPolicy AutomatedReasoningPolicyVersion Blueprint DataAutomationInvocation DataAutomationProfile DataAutomationProject FlowAlias FlowExecution Guardrail InlineAgent KnowledgeBase Model PromptVersion Session Tool',
  BedrockAgentCore:
    'APIKeyCredentialProvider Browser BrowserCustom CodeInterpreter CodeInterpreterCustom Evaluator Gateway Memory OAuth2CredentialProvider Payments PolicyEngine Runtime RuntimeEndpoint TokenVault WorkloadIdentity WorkloadIdentityDirectory',
  BedrockMantle: 'Project',
  S3Vectors: 'Index VectorBucket',
  SageMaker: 'Endpoint FeatureGroup MlflowTrackingServer',
};

describe('the trail of an account', () => {
  const trail = resource(sandbox, 'aws_cloudtrail', 'ai-data-events');
  const selected = (body: typeof trail): Record<string, string[]>[] =>
    body.advanced_event_selector.map(
      ({ field_selector }: { field_selector: { field: string; equals?: string[]; starts_with?: string[] }[] }) =>
        Object.fromEntries(field_selector.map(({ field, equals, starts_with }) => [field, equals ?? starts_with])),
    );
  const categories = (body: typeof trail) => new Set(selected(body).flatMap(({ eventCategory }) => eventCategory));

  test('records in every region, validated and encrypted, into its folder of the log archive', () => {
    expect(trail).toMatchObject({
      name: 'acme-ai-ai-data-events',
      is_multi_region_trail: true,
      enable_log_file_validation: true,
      s3_bucket_name: output('log-archive', 'trail_bucket'),
      s3_key_prefix: 'ai-data-events',
      kms_key_id: output('log-archive', 'trail_key_arn'),
    });
    expect(trail).not.toHaveProperty('is_organization_trail');
  });

  test.each(Object.entries(usedByAi))('records who used what of %s', (service, parts) => {
    const types = selected(trail).flatMap((fields) => fields['resources.type'] ?? []);
    expect(types).toEqual(expect.arrayContaining(parts.split(' ').map((part) => `AWS::${service}::${part}`)));
  });

  test('selects no type twice, and leaves half of the values that a trail may have', () => {
    const types = selected(trail).flatMap((fields) => fields['resources.type'] ?? []);
    const ofAi = types.filter((type) => type !== 'AWS::S3::Object');
    expect(new Set(ofAi).size).toBe(ofAi.length);
    const values = trail.advanced_event_selector.flatMap(({ field_selector }: { field_selector: object[] }) =>
      field_selector.flatMap((field) => Object.values(field).filter(Array.isArray).flat()),
    );
    expect(values.length).toBeGreaterThan(2 * ofAi.length);
    expect(values.length).toBeLessThan(250);
  });

  test('records of S3 the objects of the data lake only, and of access logs all but their delivery', () => {
    const selectors = trail.advanced_event_selector.filter(({ field_selector }: { field_selector: object[] }) =>
      JSON.stringify(field_selector).includes('AWS::S3::Object'),
    );
    const lake = 'arn:aws:s3:::acme-ai-data-';
    expect(selectors.map(({ field_selector }: { field_selector: object[] }) => field_selector.slice(2))).toEqual([
      [{ field: 'resources.ARN', starts_with: [lake], not_starts_with: [`${lake}access-`] }],
      [
        { field: 'resources.ARN', starts_with: [`${lake}access-`] },
        { field: 'eventName', not_equals: ['PutObject'] },
      ],
    ]);
  });

  test('leaves management events to the organization trail, because a second copy is paid for', () => {
    for (const stack of inside)
      expect(categories(resource(stack, 'aws_cloudtrail', 'ai-data-events'))).toEqual(new Set(['Data']));
  });

  test('records management events where there is no organization trail', () => {
    const alone = accountWith({ cloudTrail: { organizationTrail: false } }, ['eu-central-1']);
    expect(categories(resource(alone, 'aws_cloudtrail', 'ai-data-events'))).toEqual(new Set(['Data', 'Management']));
  });
});
