import { quotas } from '../../../schema/facts/quotas';
import { nameQuotas, renderedQuotas } from '../../../schema/facts/rendered-quotas';
import { type Body, violationsOf } from '../../../stacks/kernel/measuring/measure';
import { renderedText } from '../../../stacks/kernel/measuring/rendered-text';
import { tagViolations } from '../../../stacks/kernel/measuring/tags';

const one = (type: string, body: Body) => violationsOf({ [type]: { made: body } });

describe('every document and list', () => {
  it.each([
    ['aws_iam_role', 'assume_role_policy', renderedQuotas.trustPolicy],
    ['aws_iam_role_policy', 'policy', renderedQuotas.inlineRolePolicies],
    ['aws_iam_policy', 'policy', renderedQuotas.managedPolicy],
    ['aws_kms_key', 'policy', renderedQuotas.keyPolicy],
    ['aws_s3_bucket_policy', 'policy', quotas.bucketPolicy],
    ['aws_sns_topic_policy', 'policy', renderedQuotas.topicPolicy],
    ['aws_sqs_queue', 'policy', renderedQuotas.queuePolicy],
    ['aws_cloudwatch_event_bus_policy', 'policy', renderedQuotas.busPolicy],
    ['aws_cloudwatch_event_rule', 'event_pattern', renderedQuotas.eventPattern],
    ['aws_sagemaker_model_package_group_policy', 'resource_policy', renderedQuotas.modelGroupPolicy],
    ['aws_cloudformation_stack', 'template_body', quotas.templateBody],
    ['aws_athena_named_query', 'query', renderedQuotas.namedQuery],
  ])('of %s has its quota in %s, and one more is refused', (type, argument, { value, unit, source, asOf }) => {
    const role = { role: `\${aws_iam_role.made.name}` };
    expect(one(type, { ...role, [argument]: 'x'.repeat(value) })).toEqual([]);
    expect(one(type, { ...role, [argument]: 'x'.repeat(value + 1) })).toEqual([
      {
        address: `${type}.made`,
        value: `${(value + 1).toLocaleString('en-US')} ${unit}`,
        rule: expect.stringContaining(`at most ${value.toLocaleString('en-US')} ${unit} (${source}, ${asOf})`),
      },
    ]);
  });

  it.each([
    ['TAG_POLICY', quotas.tagPolicy.value],
    ['BACKUP_POLICY', quotas.backupPolicy.value],
    ['DECLARATIVE_POLICY_EC2', quotas.declarativePolicy.value],
    ['CHATBOT_POLICY', quotas.chatbotPolicy.value],
    ['AISERVICES_OPT_OUT_POLICY', quotas.aiOptOutPolicy.value],
  ])('of %s has the quota of its type', (type, value) => {
    expect(one('aws_organizations_policy', { type, content: 'x'.repeat(value) })).toEqual([]);
    expect(one('aws_organizations_policy', { type, content: 'x'.repeat(value + 1) })).toHaveLength(1);
  });

  it.each([['aws_s3_bucket_lifecycle_configuration', 'rule', renderedQuotas.lifecycleRules]])(
    'of %s has so many items in %s',
    (type, argument, { value }) => {
      expect(one(type, { [argument]: Array(value).fill({}) })).toEqual([]);
      expect(one(type, { [argument]: Array(value + 1).fill({}) })).toHaveLength(1);
    },
  );

  it('of a trail has so many values in all conditions of all its selectors together', () => {
    const selecting = (...counts: readonly number[]) => ({
      advanced_event_selector: counts.map((count) => ({
        name: 'Objects',
        field_selector: [
          { field: 'eventCategory', equals: ['Data'] },
          { field: 'eventName', not_equals: Array(count).fill('x') },
        ],
      })),
    });
    expect(one('aws_cloudtrail', selecting(249, 249))).toEqual([]);
    expect(one('aws_cloudtrail', selecting(249, 250))).toMatchObject([
      {
        value: '501 values',
        rule: expect.stringMatching(/^the set of selectors of the trail made has at most 500 values/),
      },
    ]);
  });

  it('is counted in the unit of its quota: a bucket policy in bytes', () => {
    expect(one('aws_s3_bucket_policy', { policy: 'ä'.repeat(10_241) })).toMatchObject([{ value: '20,482 bytes' }]);
    expect(one('aws_cloudwatch_event_rule', { event_pattern: 'ä'.repeat(2_048) })).toEqual([]);
  });

  it('of a role is measured together with the others of the role', () => {
    const policy = (role: string) => ({ role: `\${aws_iam_role.${role}.name}`, policy: 'x'.repeat(6_000) });
    const policies = { a: policy('reader'), b: policy('writer'), c: policy('reader') };
    expect(violationsOf({ aws_iam_role_policy: policies })).toMatchObject([
      {
        address: 'aws_iam_role_policy.a',
        value: '12,000 characters',
        rule: expect.stringMatching(/^the sum of the inline policies of the role reader has at most 10,240 characters/),
      },
    ]);
  });
});

describe('every name', () => {
  it.each([
    ['aws_iam_role', 'name', nameQuotas.role],
    ['aws_lambda_function', 'function_name', nameQuotas.function],
    ['aws_cloudwatch_event_rule', 'name', nameQuotas.eventRule],
    ['aws_s3_bucket', 'bucket', nameQuotas.bucket],
    ['aws_sns_topic', 'name', nameQuotas.topic],
    ['aws_sqs_queue', 'name', nameQuotas.queue],
    ['aws_cloudwatch_metric_alarm', 'alarm_name', nameQuotas.alarm],
    ['aws_athena_workgroup', 'name', nameQuotas.workgroup],
    ['aws_budgets_budget', 'name', nameQuotas.budget],
    ['aws_glue_catalog_database', 'name', nameQuotas.glue],
    ['aws_ssm_document', 'name', nameQuotas.automationDocument],
    ['aws_cloudformation_stack', 'name', nameQuotas.cloudFormationStack],
    ['aws_config_organization_conformance_pack', 'name', nameQuotas.pack],
  ])('of %s is as long as AWS takes it', (type, argument, { value, unit }) => {
    expect(one(type, { [argument]: 'x'.repeat(value) })).toEqual([]);
    expect(one(type, { [argument]: 'x'.repeat(value + 1) })).toMatchObject([{ value: `${value + 1} ${unit}` }]);
  });

  it.each([
    ['aws_iam_role', { name: 'acme-ai/audit' }],
    ['aws_s3_bucket', { bucket: 'Acme' }],
    ['aws_s3_bucket', { bucket: 'a' }],
    ['aws_budgets_budget', { name: 'AWS: all' }],
    ['aws_config_organization_conformance_pack', { name: '1-pack' }],
    ['aws_guardduty_filter', { name: 'a b' }],
  ])('of %s has the characters that AWS takes: not %j', (type, body) => {
    expect(one(type, body)).toEqual([
      { address: `${type}.made`, value: Object.values(body)[0], rule: expect.stringMatching(/^the name of the .+\)$/) },
    ]);
  });

  it('of a role differs from others in more than case, where IAM is the same', () => {
    const role = (name: string, provider: string) => ({ name, provider });
    const roles = { a: role('Reader', 'aws'), b: role('reader', 'aws.other'), c: role('READER', 'aws') };
    expect(violationsOf({ aws_iam_role: roles })).toMatchObject([
      { address: 'aws_iam_role.c', value: 'READER', rule: expect.stringContaining('aws_iam_role.a has this one') },
    ]);
  });
});

describe('a reference', () => {
  const state = 'data.terraform_remote_state.management.outputs';
  it.each([
    [`${state}.account_ids["a-b"]`, 12],
    [`${state}.organization_id`, 34],
    ['data.terraform_remote_state.log-archive.outputs.trail_bucket', 63],
    ['aws_kms_key.data-key.arn', 80],
    ['aws_s3_bucket.training-bucket.arn', 76],
    ['aws_iam_role.reader.arn', 95],
    ['aws_sns_topic.findings.arn', 128],
    ['aws_glue_catalog_database.a.name', 64],
  ])('%s is as long as it can become', (reference, length) => {
    expect(renderedText(`a\${${reference}}b`)).toHaveLength(length + 2);
  });

  it('that is meant for AWS stands as it is', () => {
    expect(renderedText('$${aws:PrincipalTag/team} %%{if} {"a":"{}"}')).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a policy variable
      '${aws:PrincipalTag/team} %{if} {"a":"{}"}',
    );
  });
});

describe('tags', () => {
  const tags = (count: number, prefix = 'key') =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}-${index}`, '']));
  const provider = (count: number) => ({ aws: [{ default_tags: [{ tags: tags(count) }] }] });

  it('of a provider are on every resource: 50, and one more is refused once', () => {
    expect(tagViolations({}, provider(50))).toEqual([]);
    expect(tagViolations({}, provider(51))).toMatchObject([{ value: '51 tags' }]);
  });

  it('of a resource count with those of its provider, but for those that it replaces', () => {
    const bucket = (own: object) => ({ aws_s3_bucket: { made: { provider: 'aws', tags: own } } });
    expect(tagViolations(bucket(tags(50)), provider(48))).toEqual([]);
    expect(tagViolations(bucket(tags(3, 'own')), provider(48))).toMatchObject([
      { address: 'aws_s3_bucket.made', value: '51 tags' },
    ]);
  });
});
