import type { AccountSpec } from '../../../schema/forms/account';
import { withAccount } from '../../support/bad-input';
import {
  accountId,
  find,
  output,
  reference,
  resource,
  resources,
  statements,
  synth,
  synthOne,
} from '../../support/synth';
import { zoneOf } from '../../support/zone';

const groups = [
  {
    name: 'triage',
    description: 'Sorts referrals by urgency',
    owner: 'clinical-ai',
    riskClass: 'high',
    deployers: ['acquired'],
    trainers: ['sandbox'],
  },
  { name: 'summaries', description: 'Shortens letters', dataClassification: 'internal' },
];
/** Those of the account `sandbox`. */
const regions = ['eu-central-1', 'eu-west-1'];
const zoneWith = (registry: object) =>
  zoneOf({
    controls: [],
    settings: { regions },
    accounts: withAccount('models', { ai: { dataClassification: 'confidential', registry } }) as AccountSpec[],
    modelCards: [],
  });
const stacks = synth(zoneWith({ groups }));
const ai = find(stacks, 'ai-models');
const policyOf = (name: string) => statements(resource(ai, 'aws_s3_bucket_policy', name).policy);
const rootOf = (account: string) => `arn:aws:iam::${accountId(account)}:root`;

describe('the model registry of an account', () => {
  it('labels each group with its owner, its risk and its data, and with those of the account where it says nothing', () => {
    const tags = Object.values(resources(ai, 'aws_sagemaker_model_package_group')).map((group) => group.tags);
    expect(tags).toEqual([
      { 'data-classification': 'internal' },
      { 'data-classification': 'confidential', owner: 'clinical-ai', 'risk-class': 'high' },
    ]);
  });

  it('shares a group with the accounts that it names, and leaves the others without a policy', () => {
    const policies = resources(ai, 'aws_sagemaker_model_package_group_policy');
    expect(Object.keys(policies)).toEqual(['model-package-group-triage-policy']);
    const { DeployVersions, RegisterUnapproved, DescribeGroup } = statements(
      policies['model-package-group-triage-policy']?.resource_policy,
    );
    expect(DeployVersions?.Principal.AWS).toEqual([rootOf('acquired')]);
    expect(RegisterUnapproved?.Principal.AWS).toEqual([rootOf('sandbox')]);
    expect(DescribeGroup?.Resource).toBe(reference('aws_sagemaker_model_package_group.model-package-group-triage.arn'));
    expect(DeployVersions?.Resource).toBe(
      `arn:aws:sagemaker:eu-central-1:${accountId('models')}:model-package/triage/*`,
    );
  });

  it('opens the folder of the group in the bucket of model artifacts, and the key for that bucket', () => {
    const bucket = `arn:aws:s3:::acme-ai-data-models-${accountId('models')}`;
    expect(policyOf('models-policy')).toMatchObject({
      ReadTriage: { Action: 's3:GetObject', Resource: `${bucket}/triage/*` },
      WriteTriage: { Action: 's3:PutObject', Resource: `${bucket}/triage/*` },
    });
    expect(Object.keys(policyOf('training-policy'))).not.toContain('ReadTriage');
    const key = statements(resource(ai, 'aws_kms_key', 'data-key').policy);
    expect(key.ReadModels?.Condition.StringLike).toEqual({
      'kms:EncryptionContext:aws:s3:arn': [bucket, `${bucket}/*`],
    });
  });

  it('names an account that trains and deploys once in each list of principals, because AWS refuses a second mention', () => {
    const both = {
      name: 'triage',
      description: 'x',
      deployers: ['acquired', 'sandbox'],
      trainers: ['sandbox', 'acquired'],
    };
    const other = { name: 'summaries', description: 'x', deployers: ['sandbox'], trainers: ['sandbox'] };
    const stack = synthOne(zoneWith({ groups: [both, other] }), 'ai-models');
    const documents = [
      ...Object.values(resources(stack, 'aws_sagemaker_model_package_group_policy')).map(
        (body) => body.resource_policy,
      ),
      ...Object.values(resources(stack, 'aws_s3_bucket_policy')).map(({ policy }) => policy),
      ...Object.values(resources(stack, 'aws_kms_key')).map(({ policy }) => policy),
    ];
    const lists = documents
      .flatMap((document) => Object.values(statements(document)))
      .map(({ Principal }) => Principal.AWS)
      .filter((named) => Array.isArray(named));
    expect(lists.length).toBeGreaterThan(8);
    for (const named of lists) expect(named).toEqual([...new Set(named)]);
    const { ReadModels } = statements(resource(stack, 'aws_kms_key', 'data-key').policy);
    expect(ReadModels?.Principal.AWS).toEqual([rootOf('acquired'), rootOf('sandbox')]);
  });

  it('keeps a group with its versions whatever its description becomes, which AWS cannot change', () => {
    for (const { lifecycle } of Object.values(resources(ai, 'aws_sagemaker_model_package_group')))
      expect(lifecycle).toEqual({ prevent_destroy: true, ignore_changes: ['model_package_group_description'] });
  });

  it('tells the findings bus in the home region which version was approved, and by whom', () => {
    const account = find(stacks, 'account-models');
    const rules = Object.entries(resources(account, 'aws_cloudwatch_event_rule')).filter(([id]) =>
      /model-(versions|approvals)/.test(id),
    );
    expect(rules.map(([id, { event_pattern }]) => [id, JSON.parse(event_pattern)['detail-type']])).toEqual([
      ['forward-model-approvals-eu-central-1', ['AWS API Call via CloudTrail']],
      ['forward-model-versions-eu-central-1', ['SageMaker Model Package State Change']],
    ]);
    expect(resource(account, 'aws_cloudwatch_event_target', 'forward-model-approvals-eu-central-1-target').arn).toBe(
      output('security', 'findings_bus_arn'),
    );
  });

  it('leaves the rules to the baseline of the account, which has made them by the same names', () => {
    expect(ai.json.removed).toEqual(
      ['model-versions', 'model-approvals'].flatMap((name) =>
        ['target.forward-%-target', 'rule.forward-%'].map((address) => ({
          from: `aws_cloudwatch_event_${address.replace('%', `${name}-eu-central-1`)}`,
          lifecycle: { destroy: false },
        })),
      ),
    );
  });

  it('is deployed beside the security stack, which it has nothing of', () => {
    expect(ai.dependencies).not.toContain('security');
  });

  it('shares nothing and forwards nothing where there is no group', () => {
    const without = synthOne(zoneWith({}), 'ai-models');
    expect(resources(without, 'aws_cloudwatch_event_rule')).toEqual({});
    expect(resources(without, 'aws_sagemaker_model_package_group_policy')).toEqual({});
  });
});
