import { mendOf } from '../../../cli/verify/mend';

const mended = (type: string, ...deviations: Parameters<typeof mendOf>[1]) =>
  mendOf({ stack: 'ai-models', type, name: 'card' }, deviations);

describe('what differs', () => {
  it('is mended by a deployment', () => {
    expect(mended('aws_kms_key', { path: 'policy', expected: 'a', found: 'b' })).toContain(
      'deploy the stack ai-models',
    );
  });

  it.each([
    ['aws_iam_role', { path: 'managed_policies', found: 'arn' }, 'iam detach-role-policy'],
    ['aws_iam_role', { path: 'inline_policies[]', found: 'more' }, 'iam delete-role-policy'],
    ['aws_sagemaker_model_package_group', { path: 'is_shared', expected: 'false', found: 'true' }, 'delete-model-pack'],
    ['aws_cloudformation_stack', { path: 'model_card', expected: {} }, '-replace=aws_cloudformation_stack.card'],
    ['aws_sns_topic_subscription', { path: 'confirmed', expected: 'true', found: 'no' }, 'confirm it'],
  ])('is mended by hand where Terraform does not see it: %s', (type, deviation, mend) => {
    expect(mended(type, deviation)).toContain(mend);
  });

  it.each([
    ['a policy of a role that is gone', 'aws_iam_role', [{ path: 'managed_policies', expected: 'arn' }]],
    ['a group that is to be shared', 'aws_sagemaker_model_package_group', [{ path: 'is_shared', found: 'false' }]],
    [
      'something beside what Terraform does not see',
      'aws_iam_role',
      [
        { path: 'managed_policies', found: 'arn' },
        { path: 'assume_role_policy', found: 'b' },
      ],
    ],
  ])('is mended by a deployment: %s', (_, type, deviations) => {
    expect(mended(type, ...deviations)).toContain('deploy the stack');
  });
});
