import { problemsOf, refuses } from '../../support/bad-input';
import { accountsWithBedrock } from '../../support/bedrock';

const models = { file: 'accounts/models.ts' };
const at = 'ai.bedrock.inferenceProfiles[0]';
const profile = (change: object = {}) => ({
  name: 'triage',
  model: 'anthropic.claude-3-haiku-20240307-v1:0',
  costCenter: '4711',
  ...change,
});

const bedrock = (value: object, change: object = {}) => ({ ...models, accounts: accountsWithBedrock(value, change) });
const profiles = (...list: object[]) => bedrock({ inferenceProfiles: list });
const european = { model: 'eu.anthropic.claude-3-haiku-20240307-v1:0', regions: ['eu-central-1'] };

describe('the logging of invocations', () => {
  refuses([
    {
      title: 'to leave out the text, which a control asks for',
      ...bedrock({ invocationLogging: { text: false } }),
      field: 'ai.bedrock.invocationLogging.text',
      value: false,
      rule: 'bedrock-invocation-logging requires the text',
      fix: 'switch the control off',
    },
    {
      title: 'a time that is longer than the log archive keeps anything',
      ...bedrock({ invocationLogging: { retentionDays: 3000 } }),
      field: 'ai.bedrock.invocationLogging.retentionDays',
      value: 3000,
      rule: 'logs.retentionDays (2557 days)',
      fix: 'raise logs.retentionDays',
    },
    {
      title: 'a time that CloudWatch Logs does not offer',
      ...bedrock({ invocationLogging: { cloudWatch: { retentionDays: 100 } } }),
      field: 'ai.bedrock.invocationLogging.cloudWatch.retentionDays',
      value: 100,
      rule: 'is not one of the known values',
      fix: '1, 3, 5, 7',
    },
  ]);

  it('may leave out the text where the control is off, and keep records longer where they stay in the account', () => {
    const controls = { 'bedrock-invocation-logging': { mode: 'off', reason: 'no prompts are kept' } };
    const { accounts } = bedrock({ invocationLogging: { text: false, archive: false, retentionDays: 3000 } });
    // The catalog is not read here, so the one problem that is left is that it has no such control.
    expect(problemsOf({ settings: { controls }, accounts }).map(({ field }) => field)).toEqual([
      'controls.bedrock-invocation-logging',
    ]);
  });
});

describe('an inference profile', () => {
  refuses([
    {
      title: 'a model that is not approved, and names the nearest one',
      ...profiles(profile({ model: 'anthropic.claud-3' })),
      field: `${at}.model`,
      value: 'anthropic.claud-3',
      rule: 'is not based on a model of ai.approvedModels in accounts/landing-zone.ts',
      fix: "did you mean 'anthropic.claude-*'?",
    },
    {
      title: 'the profile of a geography of a model that is not approved',
      settings: { bedrockApplicationProfiles: true },
      ...profiles(profile({ ...european, model: 'eu.meta.llama3-1-8b' })),
      field: `${at}.model`,
      value: 'eu.meta.llama3-1-8b',
      rule: 'is not based on a model of ai.approvedModels',
      fix: 'have the model assessed',
    },
    {
      title: 'a name that is no id of a model',
      ...profiles(profile({ model: 'Claude' })),
      field: `${at}.model`,
      value: 'Claude',
      rule: 'must be a model id',
      fix: 'follows the rule',
    },
    {
      title: 'a geography in a region where AWS has no such profile',
      settings: { bedrockApplicationProfiles: true },
      ...profiles(profile({ model: european.model })),
      field: `${at}.regions`,
      value: ['us-east-1'],
      rule: "no profiles of the geography 'eu'",
      fix: 'name only regions of the geography',
    },
    {
      title: 'the copy of a geographic profile while calls through such copies are denied',
      ...profiles(profile(european)),
      field: `${at}.model`,
      value: european.model,
      rule: 'leave the governed regions, where they are denied',
      fix: 'set bedrockApplicationProfiles: true',
    },
    {
      title: 'a region that the account does not have',
      ...bedrock(
        { inferenceProfiles: [profile({ regions: ['eu-central-1', 'us-east-1'] })] },
        { regions: ['eu-central-1'] },
      ),
      field: `${at}.regions[1]`,
      value: 'us-east-1',
      rule: 'is not a region of the account',
      fix: 'eu-central-1',
    },
    {
      title: 'a region that stands there twice',
      ...profiles(profile({ regions: ['eu-central-1', 'eu-central-1'] })),
      field: `${at}.regions[1]`,
      value: 'eu-central-1',
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    },
    {
      title: 'a name that another one has',
      ...profiles(profile(), profile()),
      field: 'ai.bedrock.inferenceProfiles[1].name',
      value: 'triage',
      rule: 'names are unique',
      fix: 'rename one of the two',
    },
    {
      title: 'a description with a sign that Bedrock does not take',
      ...profiles(profile({ description: 'Triage, of referrals' })),
      field: `${at}.description`,
      value: 'Triage, of referrals',
      rule: 'has letters, digits, : and . only',
      fix: 'follows the rule',
    },
    {
      title: 'a cost center that is no tag of Bedrock',
      ...profiles(profile({ costCenter: 'Köln' })),
      field: `${at}.costCenter`,
      value: 'Köln',
      rule: 'accepts the letters A to Z only',
      fix: 'with the letters A to Z',
    },
  ]);

  it('may copy the profile of a geography where the landing zone lets such calls leave', () => {
    const { accounts } = profiles(profile(european));
    expect(problemsOf({ settings: { bedrockApplicationProfiles: true }, accounts })).toEqual([]);
  });
});

describe('the enforced guardrail', () => {
  const enforced = 'ai.bedrock.enforcedGuardrail';

  refuses([
    {
      title: 'one that the account does not have, and names the nearest one',
      ...bedrock({ guardrails: [{ name: 'patients' }], enforcedGuardrail: 'patient' }),
      field: enforced,
      value: 'patient',
      rule: 'is not in ai.bedrock.guardrails',
      fix: "did you mean 'patients'?",
    },
    {
      title: 'any where the account has none',
      ...bedrock({ enforcedGuardrail: 'patients' }),
      field: enforced,
      value: 'patients',
      rule: 'is not in ai.bedrock.guardrails',
      fix: 'add the guardrail there',
    },
  ]);
});

describe('what becomes a tag in Bedrock', () => {
  const guarded = { guardrails: [{ name: 'patients' }] };

  refuses([
    {
      title: 'an owner with other letters than English ones',
      ...bedrock(guarded, { owner: 'Künstliche Intelligenz' }),
      field: 'owner',
      value: 'Künstliche Intelligenz',
      rule: 'becomes a tag in Bedrock',
      fix: 'with the letters A to Z',
    },
    {
      title: 'a tag of the settings with such letters, and says so once',
      settings: { tags: { site: 'Köln' } },
      accounts: accountsWithBedrock(guarded).map((account) =>
        account.name === 'sandbox' ? { ...account, ai: { dataClassification: 'internal', bedrock: guarded } } : account,
      ),
      field: 'tags.site',
      value: 'Köln',
      rule: 'becomes a tag in Bedrock',
      fix: 'with the letters A to Z',
    },
  ]);

  it('does not bind an account that only logs, and so makes nothing in Bedrock that has tags', () => {
    expect(problemsOf(bedrock({}, { owner: 'Künstliche Intelligenz' }))).toEqual([]);
  });
});
