import { accountInputs } from '../../stacks/account/inputs';
import { aiInputs } from '../../stacks/ai/inputs';
import { complianceInputs } from '../../stacks/compliance/inputs';
import { costInputs } from '../../stacks/cost/inputs';
import { type Input, tryInput } from '../../stacks/kernel/measuring/input';
import { measures } from '../../stacks/kernel/measuring/measures';
import { logArchiveInputs } from '../../stacks/log-archive/inputs';
import { managementInputs } from '../../stacks/management/inputs';
import { securityInputs } from '../../stacks/security/inputs';
import { zoneWithLake } from '../support/data-lake';
import { allResources, find, problemsOf, synth, synthOne } from '../support/synth';
import { sampleAccounts, settingsFile, zoneOf } from '../support/zone';

const many = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => name(index));

describe('what AWS would refuse', () => {
  const readers = many(30, (index) => `team-${index}/*AuditorOfTheMachineLearningPlatform`);
  const table = { name: 'visits', format: 'parquet' as const, columns: [{ name: 'age', type: 'int' }] };
  const databases = many(100, (index) => `clinical_${index}`).map((name) => ({ name, tables: [table] }));

  it('is refused with the file and field that it comes from, of every stack at once', () => {
    const zone = zoneOf({
      settings: { regions: ['eu-central-1'], audit: { readers } },
      controls: [],
      accounts: sampleAccounts().map(({ regions: _, ...account }) =>
        account.name === 'models' && account.ai
          ? {
              ...account,
              ai: { ...account.ai, dataLake: { roles: [{ name: 'Reader', trusts: 'account' }], databases } },
            }
          : account,
      ),
    });
    expect(problemsOf(zone)).toEqual([
      {
        file: settingsFile,
        field: 'audit.readers',
        value: expect.stringMatching(/^2,\d{3} characters$/),
        rule: expect.stringMatching(
          /^the trust policy of the IAM role acme-ai-audit has at most 2,048 characters \(IAM User Guide, .+, 2026-\d\d-\d\d\); it is aws_iam_role\.audit-role of the stack security$/,
        ),
        fix: 'name fewer roles, or one pattern for several',
      },
      {
        file: 'accounts/models.ts',
        field: 'ai.dataLake.databases',
        value: expect.stringMatching(/^1\d,\d{3} characters$/),
        rule: expect.stringMatching(/^the sum of the inline policies of the role lake-role-Reader has at most 10,240 /),
        fix: 'keep the tables in fewer databases, or some of them in the lake of another account',
      },
      expect.objectContaining({
        field: 'ai.dataLake.databases',
        rule: expect.stringContaining('it is aws_iam_role_policy.data-lake-role-policy of the stack ai-models'),
      }),
    ]);
  });
});

describe('what stands in AWS', () => {
  const zone = zoneWithLake();
  const stacks = synth(zone);
  const [models] = zone.activeAccounts.filter(({ name }) => name === 'models');
  const ai = models?.ai;
  const inputs: Readonly<Record<string, readonly Input[]>> = {
    management: managementInputs(zone),
    'log-archive': logArchiveInputs(zone.accounts),
    security: securityInputs(zone),
    'account-models': models ? accountInputs(zone, models) : [],
    'ai-models': models && ai ? aiInputs({ ...models, ai }, zone.modelCards) : [],
    compliance: complianceInputs,
    cost: costInputs(zone),
  };

  it('is measured wherever it is a document', () => {
    const documents = Object.values(stacks).flatMap((stack) =>
      allResources(stack).flatMap(({ type, body }) =>
        Object.entries(body)
          .filter(([, value]) => typeof value === 'string' && value.startsWith('{'))
          .map(([argument]) => `${type}.${argument}`),
      ),
    );
    const measured = Object.entries(measures).flatMap(([type, each]) =>
      each.map(({ argument }) => `${type}.${argument}`),
    );
    // Measured together, measured when they are packed, and made of nothing but the id of an account.
    const apart = [
      // Where they are split, which names the controls: test/policy/conformance/pack-problems.test.ts.
      'aws_config_organization_conformance_pack.template_body',
      'aws_iam_role_policy.policy',
      'aws_organizations_policy.content',
      'aws_ce_anomaly_monitor.monitor_specification',
    ];
    expect([...new Set(documents)].filter((each) => ![...measured, ...apart].includes(each))).toEqual([]);
    expect(new Set(documents).size).toBeGreaterThan(8);
  });

  it.each([
    ['management', 'aws_organizations_account.account-models', 'accounts/models.ts', 'name'],
    ['management', 'aws_organizations_policy.tags', settingsFile, 'tagPolicy.values'],
    ['log-archive', 'aws_s3_bucket_policy.trails-policy', settingsFile, 'logs'],
    ['log-archive', 'aws_s3_bucket_lifecycle_configuration.prompts-lifecycle', 'accounts/models.ts', 'ai.bedrock'],
    ['security', 'aws_iam_role.audit-role', settingsFile, 'audit.readers'],
    ['security', 'aws_athena_named_query.audit-query-root-use', 'queries/root-use.sql', 'the query'],
    ['security', 'aws_sns_topic_policy.findings-topic-policy', settingsFile, 'services.notifications'],
    ['ai-models', 'aws_iam_role.lake-role-Trainer', 'accounts/models.ts', 'ai.dataLake.roles'],
    ['ai-models', 'aws_iam_role_policy.lake-role-Trainer-policy', 'accounts/models.ts', 'ai.dataLake.databases'],
    ['ai-models', 'aws_s3_bucket_policy.training-policy', 'accounts/models.ts', 'ai.dataLake'],
    ['ai-models', 'aws_glue_catalog_database.database-clinical', 'accounts/models.ts', 'ai.dataLake.databases'],
    ['ai-models', 'aws_sagemaker_model_package_group.model-package-group-triage', 'accounts/models.ts', 'ai.registry.'],
    ['ai-models', 'aws_cloudformation_stack.model-card-referral-triage', 'models/referral-triage.ts', 'content'],
    ['ai-models', 'aws_cloudformation_stack.lineage-dataset-clean-notes', 'accounts/models.ts', 'ai.lineage.datasets'],
    ['cost', 'aws_budgets_budget.account-models_amazon-sagemaker', 'accounts/models.ts', 'ai.budget'],
    ['cost', 'aws_budgets_budget.costs-everything', settingsFile, 'costs.budgets\\[0\\]'],
  ])('in %s as %s comes from %s: %s', (stack, address, file, field) => {
    const [type = '', name = ''] = address.split('.');
    expect(Object.keys(find(stacks, stack).json.resource[type] ?? {})).toContain(name);
    expect(tryInput(inputs[stack] ?? [], address)).toMatchObject({ file, field: expect.stringMatching(`^${field}`) });
  });
});

describe('accounts that are alike', () => {
  it('are measured once: their documents say nothing of the account itself but by reference', () => {
    const stack = synthOne(zoneWithLake(), 'account-acquired');
    const measured = allResources(stack).flatMap(({ type, body }) =>
      (measures[type] ?? []).map(({ argument }) => JSON.stringify(body[argument] ?? '')),
    );
    const own = measured.map((text) => text.replace(/account_ids[.[\w"\\\]-]+/g, ''));
    expect(own.filter((text) => /acquired|research/.test(text))).toEqual([]);
    expect(own.length).toBeGreaterThan(5);
  });
});
