import { fakeWorld, refusal } from '../../../support/world';

const rule = {
  schedule_expression: { '@@assign': 'cron(0 5 ? * * *)' },
  target_backup_vault_name: { '@@assign': 'FortKnox' },
};
const selection = {
  iam_role_arn: { '@@assign': 'arn:aws:iam::$account:role/MyIamRole' },
  tag_key: { '@@assign': 'dataType' },
  tag_value: { '@@assign': ['PII', 'RED'] },
};
const plan = (change: object = {}) => ({
  plans: {
    daily: {
      regions: { '@@assign': ['us-east-1'] },
      rules: { daily: rule },
      selections: { tags: { dataType: selection } },
      ...change,
    },
  },
});
const lifecycle = (cold: string, gone: string) => ({
  rules: {
    daily: {
      ...rule,
      lifecycle: { move_to_cold_storage_after_days: { '@@assign': cold }, delete_after_days: { '@@assign': gone } },
    },
  },
});
const create = (content: unknown) =>
  fakeWorld().organizations('CreatePolicy', {
    Name: 'backup',
    Description: '',
    Type: 'BACKUP_POLICY',
    Content: JSON.stringify(content),
  });

describe('a backup policy', () => {
  test.each([
    ['regions, rules and selections', plan()],
    ['a lifecycle with 90 days in cold storage', plan(lifecycle('180', '270'))],
    [
      'regions alone, where a policy above has the rest',
      { plans: { daily: { regions: { '@@append': ['eu-west-1'] } } } },
    ],
    ['a lock for policies below', { plans: { '@@operators_allowed_for_child_policies': ['@@none'], ...plan().plans } }],
  ])('may have %s', async (_what, content) => {
    await expect(create(content)).resolves.toHaveProperty('Policy');
  });

  test.each([
    ['no plans', { rules: {} }],
    ['something beside its plans', { ...plan(), tags: {} }],
    ['regions without an operator', plan({ regions: ['us-east-1'] })],
    ['a member of a plan that there is none of', plan({ vaults: {} })],
    ['a member of a rule that there is none of', plan({ rules: { daily: { ...rule, vault: {} } } })],
    [
      'a name that no vault has',
      plan({ rules: { daily: { ...rule, target_backup_vault_name: { '@@assign': 'My Vault' } } } }),
    ],
    ['89 days in cold storage', plan(lifecycle('180', '269'))],
    [
      'the name of a role in place of its ARN',
      plan({ selections: { tags: { x: { ...selection, iam_role_arn: { '@@assign': 'MyIamRole' } } } } }),
    ],
    [
      'one value that is no list',
      plan({ selections: { tags: { x: { ...selection, tag_value: { '@@assign': 'PII' } } } } }),
    ],
  ])('is refused where it has %s', async (_what, content) => {
    await expect(create(content)).rejects.toEqual(refusal('MalformedPolicyDocumentException'));
  });
});
