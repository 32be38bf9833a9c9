import { judged } from '../../schema/forms/control';
import { problemsOf, refuses } from '../support/bad-input';
import { madeControl } from '../support/made-control';

const file = 'controls/made/made-control.ts';
const row = (title: string, change: object, field: string, value: unknown, rule: string, fix: string) => ({
  title,
  controls: [madeControl(change)],
  file,
  field,
  value,
  rule,
  fix,
});
const unit = (path: string) => ({ where: { organizationalUnits: [path] } });
const mapping = (change: object) => ({ satisfies: [{ ...judged('gdpr', ['Art. 32']), ...change }] });
const kept = { stack: 'management', resource: 'aws_organizations_policy.ai-opt-out' };
const scp = (statement: object) => ({ prevent: { scp: [statement] } });
const detected = (regions: object) => ({ detect: { managed: 'S3_BUCKET_VERSIONING_ENABLED', regions } });

describe('a control', () => {
  refuses([
    row(
      'a field that it does not know',
      { severty: 'low' },
      'severty',
      'low',
      'is not a field of the form',
      "did you mean 'severity'?",
    ),
    ...['audit', 'prompt-replication', 'config-rules'].map((id) => ({
      ...row(
        `the id ${id}, by which its remediation would take a role of the landing zone`,
        { id },
        'id',
        id,
        'has a role of this name',
        'choose another id',
      ),
      file: `controls/made/${id}.ts`,
    })),
    row(
      'an OU that the tree does not have',
      unit('Workloads/MachineLerning'),
      'where.organizationalUnits[0]',
      'Workloads/MachineLerning',
      'must be an OU of the tree',
      "did you mean 'Workloads/MachineLearning'?",
    ),
    row(
      'a tag that no account has',
      { where: { accountTags: { 'managed-bye': 'x' } } },
      'where.accountTags.managed-bye',
      'managed-bye',
      'must be a tag of an account',
      "did you mean 'managed-by'?",
    ),
    row(
      'a framework that it does not know',
      mapping({ framework: 'gdrp' }),
      'satisfies[0].framework',
      'gdrp',
      'is not one of the known values',
      "did you mean 'gdpr'?",
    ),
    row(
      'a requirement that the framework cannot have',
      mapping({ requirements: ['Article 32'] }),
      'satisfies[0].requirements[0]',
      'Article 32',
      'must be a requirement of GDPR',
      "write it like 'Art. 32'",
    ),
    row(
      'a published mapping without its source',
      mapping({ basis: 'published' }),
      'satisfies[0].source',
      undefined,
      'names its source',
      'add the field',
    ),
    row(
      'a region that AWS does not have',
      detected({ only: ['eu-centrl-1'] }),
      'detect.regions.only[0]',
      'eu-centrl-1',
      'must be a region',
      "did you mean 'eu-central-1'?",
    ),
    row(
      'an operator that IAM does not have',
      scp({ Action: 's3:CreateBucket', Condition: { StringEqual: { 'aws:x': 'y' } } }),
      'prevent.scp[0].Condition.StringEqual',
      { 'aws:x': 'y' },
      'must be a condition operator of IAM',
      'rename the key',
    ),
    row(
      'a statement with both Action and NotAction',
      scp({ Action: 's3:CreateBucket', NotAction: 's3:*' }),
      'prevent.scp[0]',
      { Action: 's3:CreateBucket', NotAction: 's3:*' },
      'has either Action or NotAction',
      'change the value',
    ),
    row(
      'examples of one side only',
      { examples: Array(2).fill({ when: 'a bucket is made', action: 's3:CreateBucket', denied: true }) },
      'examples',
      '2 of that kind',
      'one that is not',
      'add an example of the other side',
    ),
    row(
      'a repair of what nobody detects',
      {
        respond: {
          document: 'AWS-EnableS3BucketEncryption',
          automatic: true,
          permissions: [{ Action: 's3:Get*', Resource: '*' }],
        },
      },
      'respond',
      expect.objectContaining({ automatic: true }),
      'only what is detected can be repaired',
      'add detect',
    ),
    row(
      'a custom rule that would never run',
      { detect: { lambda: 'model-card-present' } },
      'detect',
      'model-card-present',
      'would never run',
      'add frequency or resourceTypes',
    ),
    row(
      'a parameter of a custom rule that hides which check it is',
      { detect: { lambda: 'model-card-present', frequency: 'One_Hour', parameters: { check: 'x' } } },
      'detect.parameters.check',
      'x',
      'is the parameter that names the check itself',
      'rename it',
    ),
    row(
      'a promise by policies that it does not have',
      {
        prevent: { rcp: [{ Action: 's3:GetObject' }] },
        promises: [{ that: 'Nobody reads', deny: { Action: 's3:GetObject' } }],
      },
      'promises[0].by',
      'scp',
      'is asked only where prevent.scp is attached',
      "write by: 'rcp'",
    ),
    row(
      'a promise by resource control policies, of which it has none',
      { promises: [{ that: 'Nobody reads', by: 'rcp', deny: { Action: 's3:GetObject' } }] },
      'promises[0].by',
      'rcp',
      'is asked only where prevent.rcp is attached',
      'add prevent.rcp, or remove the promise',
    ),
    row(
      'a promise that nothing keeps',
      { prevent: undefined, examples: [] },
      'default export',
      undefined,
      'prevents or detects, or resources of the stacks keep it',
      'add prevent, detect or keptBy',
    ),
    row(
      'a resource that keeps it beside a policy',
      { keptBy: [kept] },
      'keptBy',
      kept.resource,
      'stands alone',
      'write a control of its own',
    ),
    row(
      'an example of what a resource keeps',
      { prevent: undefined, keptBy: [kept] },
      'examples',
      '2',
      'an example would never be tried',
      'remove them',
    ),
    row(
      'a resource that is none of the provider',
      { prevent: undefined, examples: [], keptBy: [{ ...kept, resource: 'ai-opt-out' }] },
      'keptBy[0].resource',
      'ai-opt-out',
      'must be type.name of a resource of AWS',
      'change the value',
    ),
    {
      ...row(
        'an id that is not the name of its file',
        {},
        'id',
        'other',
        'the name of its file as its id',
        "write 'made-control'",
      ),
      controls: [{ file, value: { ...(madeControl().value as object), id: 'other' } }],
    },
    {
      title: 'a mode for a control that is not there',
      controls: [madeControl()],
      settings: { controls: { 'made-contrl': { mode: 'off', reason: 'moved' } } },
      field: 'controls.made-contrl',
      value: 'made-contrl',
      rule: 'must be the id of a control',
      fix: "did you mean 'made-control'?",
    },
  ]);

  refuses([
    {
      title: 'to switch off what keeps the names of exempt roles, while a control exempts roles',
      controls: [
        madeControl({ id: 'identity-protected-roles' }),
        madeControl({ prevent: { scp: [{ Action: 's3:CreateBucket' }], exempt: ['breakGlass'] } }),
      ],
      settings: { controls: { 'identity-protected-roles': { mode: 'detect', reason: 'rollout' } } },
      field: 'controls.identity-protected-roles.mode',
      value: 'detect',
      rule: 'would be exempt from 1 controls',
      fix: 'leave it on',
    },
    {
      title: 'to only detect with a control that has nothing to detect with',
      controls: [madeControl()],
      settings: { controls: { 'made-control': { mode: 'detect', reason: 'rollout' } } },
      field: 'controls.made-control.mode',
      value: 'detect',
      rule: 'so this would switch it off',
      fix: "write mode: 'off'",
    },
    ...(['detect', 'off'] as const).map((mode) => ({
      title: `the mode ${mode} for what a resource of the stacks keeps`,
      controls: [madeControl({ prevent: undefined, examples: [], keptBy: [kept] })],
      settings: { controls: { 'made-control': { mode, reason: 'not yet' } } },
      field: 'controls.made-control.mode',
      value: mode,
      rule: 'they would stand all the same',
      fix: 'remove it here',
    })),
    {
      title: 'a role that is everybody',
      settings: { roles: { breakGlass: ['*'] } },
      field: 'roles.breakGlass[0]',
      value: '*',
      rule: 'must name a role',
      fix: 'change the value',
    },
    ...[
      ['every role whose name ends in a letter', '*a'],
      ['every role whose name begins with a letter', 'A*'],
      ['every role with a word at the end', '*Admin'],
      ['every role in whatever path', '*/Admin'],
      ['every permission set', 'aws-reserved/sso.amazonaws.com/*AWSReservedSSO_*'],
      ['every permission set whose name AWS ends in a letter', 'aws-reserved/sso.amazonaws.com/*a'],
      ['every role in a path', 'teams/*'],
    ].map(([what, pattern]) => ({
      title: `a pattern that exempts ${what}`,
      settings: { roles: { breakGlass: [pattern] } },
      field: 'roles.breakGlass[0]',
      value: pattern,
      rule: '3 characters before its first *, and 3 in a row of the name itself',
      fix: 'change the value',
    })),
  ]);

  it.each([
    'QA',
    'BreakGlass*',
    'teams/*Revision',
    'aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*',
    'aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_QA_*',
  ])('may exempt %s', (pattern) => {
    expect(problemsOf({ settings: { roles: { breakGlass: [pattern] } } })).toEqual([]);
  });

  it('may not have the id of another one', () => {
    const twin = { file: 'controls/twin/made-control.ts', value: madeControl().value };
    expect(problemsOf({ controls: [madeControl(), twin] })).toMatchObject([
      { file: 'controls/twin/made-control.ts', field: 'id', rule: 'two controls must not have the same id' },
    ]);
  });

  it('has all its problems reported in one run, with those of the others', () => {
    const controls = [madeControl({ severity: 'lo', why: '' }), madeControl({ id: 'other', ...unit('Sandbx') })];
    expect(problemsOf({ controls }).map(({ file, field }) => `${file} ${field}`)).toEqual([
      'controls/made/made-control.ts why',
      'controls/made/made-control.ts severity',
      'controls/made/other.ts where.organizationalUnits[0]',
    ]);
  });
});
