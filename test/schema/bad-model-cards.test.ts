import { resolveLandingZone } from '../../schema/resolve';
import { type BadInput, problemsOf, refuses, withAccount } from '../support/bad-input';
import { accountFile, sampleAccounts, sampleModelCard, sampleSettings, settingsFile } from '../support/zone';

const file = 'models/referral-triage.ts';
const sample = sampleModelCard();

/** The sample's card with other fields. */
const card = (change: object): Pick<BadInput, 'modelCards' | 'file'> => ({
  modelCards: [{ ...sample, ...change }],
  file,
});
const governance = (change: object) => card({ governance: { ...sample.governance, ...change } });
const content = (change: object) => card({ content: { ...sample.content, ...change } });

const custom = (details: object) => content({ additional_information: { custom_details: details } });
/** Written in two parts, since the linter takes it for a template that was forgotten. */
const dollar = ['$', '{x}'].join('');
const withGroup = (change: object) =>
  withAccount('models', {
    ai: { dataClassification: 'confidential', registry: { groups: [{ name: 'triage', description: 'x', ...change }] } },
  });

describe('the form of a model card', () => {
  refuses([
    {
      title: 'a status that SageMaker does not have',
      ...card({ status: 'Aproved' }),
      field: 'status',
      value: 'Aproved',
      rule: 'is not one of the known values',
      fix: "did you mean 'Approved'?",
    },
    {
      title: 'a field that the published schema does not have',
      ...content({ intended_uses: { intended_use: 'x', risk_rating: 'High' } }),
      field: 'content.intended_uses.intended_use',
      value: 'x',
      rule: 'is not a field of the form',
      fix: "did you mean 'intended_uses'?",
    },
    {
      title: 'a risk rating in small letters, as the text of the developer guide has it',
      ...content({ intended_uses: { risk_rating: 'high' } }),
      field: 'content.intended_uses.risk_rating',
      value: 'high',
      rule: 'is not one of the known values',
      fix: "did you mean 'High'?",
    },
    {
      title: 'text that is longer than the schema takes',
      ...content({ business_details: { business_problem: 'x'.repeat(2049) } }),
      field: 'content.business_details.business_problem',
      value: 'x'.repeat(2049),
      rule: 'must have at most 2,048 characters',
      fix: 'write at most 2,048 characters',
    },
    {
      title: 'an evaluation without a name',
      ...content({ evaluation_details: [{ evaluation_observation: 'good' }] }),
      field: 'content.evaluation_details[0].name',
      value: undefined,
      rule: 'must be a string',
      fix: 'add the field',
    },
    {
      title: 'a text as the value of a metric of the type number',
      ...content({
        evaluation_details: [
          { name: 'a', metric_groups: [{ name: 'b', metric_data: [{ name: 'c', type: 'number', value: '0.9' }] }] },
        ],
      }),
      field: 'content.evaluation_details[0].metric_groups[0].metric_data[0].value',
      value: '0.9',
      rule: 'must be a number',
      fix: 'write a number',
    },
    {
      title: 'a metric of a type that does not exist',
      ...content({
        evaluation_details: [
          { name: 'a', metric_groups: [{ name: 'b', metric_data: [{ name: 'c', type: 'pie_chart', value: [1] }] }] },
        ],
      }),
      field: 'content.evaluation_details[0].metric_groups[0].metric_data[0].type',
      value: 'pie_chart',
      rule: 'is not one of the known values',
      fix: 'bar_chart',
    },
    {
      title: 'a key that CloudFormation does not take in a map',
      ...custom({ 'cost center': '4711' }),
      field: 'content.additional_information.custom_details.cost center',
      value: '4711',
      rule: 'letters, digits and underscores',
      fix: 'rename the key',
    },
    {
      title: 'a review date that no calendar has',
      ...governance({ reviewBy: '2027-02-30' }),
      field: 'governance.reviewBy',
      value: '2027-02-30',
      rule: 'must be a day of the calendar',
      fix: 'change the value',
    },
    {
      title: 'an assessment that is not linked by https',
      ...governance({ dpia: 'dpia.docx' }),
      field: 'governance.dpia',
      value: 'dpia.docx',
      rule: 'must be an address that begins with https://',
      fix: 'change the value',
    },
  ]);
});

describe('a model card', () => {
  refuses([
    {
      title: 'an account that nobody wrote down',
      ...card({ account: 'modles' }),
      field: 'account',
      value: 'modles',
      rule: 'is not an active account with `ai`',
      fix: "did you mean 'models'?",
    },
    {
      title: 'an account without models',
      ...card({ account: 'sandbox' }),
      field: 'account',
      value: 'sandbox',
      rule: 'is not an active account with `ai`',
      fix: 'use one of: models; or delete the card, if it is of no model of yours',
    },
    {
      title: 'a group that its account does not have',
      ...card({ group: 'triag' }),
      field: 'group',
      value: 'triag',
      rule: 'is not a model package group of models',
      fix: "did you mean 'triage'?",
    },
    {
      title: 'another risk class than that of its group',
      ...card({ group: 'triage' }),
      accounts: withGroup({ riskClass: 'limited' }),
      field: 'governance.euAiActClass',
      value: 'high',
      rule: "the group triage is of the class 'limited'",
      fix: 'agree on one class',
    },
    {
      title: 'an approval by nobody',
      ...governance({ approver: undefined }),
      field: 'governance.approver',
      value: undefined,
      rule: 'says who approved',
      fix: 'add it',
    },
    {
      title: 'an approval for ever',
      ...governance({ reviewBy: undefined }),
      field: 'governance.reviewBy',
      value: undefined,
      rule: 'has a date on which it ends',
      fix: 'YYYY-MM-DD',
    },
    {
      title: 'a high risk that nobody has assessed',
      ...governance({ dpia: undefined }),
      field: 'governance.dpia',
      value: undefined,
      rule: 'a high risk is assessed',
      fix: 'add the link',
    },
    {
      title: 'a high risk that is rated low',
      ...content({ intended_uses: { risk_rating: 'Low' } }),
      field: 'content.intended_uses.risk_rating',
      value: 'Low',
      rule: 'is rated High',
      fix: "write 'High'",
    },
    {
      title: 'a key that governance writes',
      ...custom({ review_by: '2030-01-01' }),
      field: 'content.additional_information.custom_details.review_by',
      value: '2030-01-01',
      rule: 'writes this key itself',
      fix: 'governance.reviewBy',
    },
    {
      title: 'text that Terraform would take for a template',
      ...custom({ formula: dollar }),
      field: 'content.additional_information.custom_details.formula',
      value: dollar,
      rule: 'the beginning of a template',
      fix: 'remove it from the text',
    },
    {
      title: 'text in whose place CloudFormation would put a secret',
      ...custom({ note: '{{resolve:secretsmanager:prod}}' }),
      field: 'content',
      value: '{{resolve:',
      rule: 'replace it with a parameter or a secret',
      fix: 'remove it from the text',
    },
  ]);

  it('is named after its file', () => {
    const files = [{ file: 'models/other.ts', value: sample }];
    const settings = { file: settingsFile, value: sampleSettings() };
    const resolve = () =>
      resolveLandingZone({ settings, accounts: sampleAccounts().map(accountFile), modelCards: files });
    expect(resolve).toThrow('models/other.ts: name is "referral-triage"');
  });

  it('fits a template that CloudFormation takes with the request, counted in bytes', () => {
    const results = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `e-${index}`, evaluation_observation: 'ä'.repeat(2000) }));
    const sized = (count: number) =>
      problemsOf({ modelCards: [{ ...sample, content: { ...sample.content, evaluation_details: results(count) } }] });
    expect(sized(12)).toEqual([]);
    expect(sized(13)).toMatchObject([{ file, field: 'content', rule: expect.stringContaining('49152 bytes') }]);
  });

  it('is not asked for an assessment, an approver or a day while it is a draft of a lower class', () => {
    const draft = { ...sample, status: 'Draft', governance: { euAiActClass: 'limited', intendedUse: 'x' } };
    expect(problemsOf({ modelCards: [draft] })).toEqual([]);
  });

  it('is told of everything at once, beside what is wrong with accounts', () => {
    const bad = {
      ...sample,
      account: 'modles',
      status: 'Final',
      governance: { ...sample.governance, dpia: undefined },
    };
    const accounts = withAccount('sandbox', { ou: 'Sandboxes' });
    expect(
      problemsOf({ accounts, modelCards: [bad] })
        .map(({ file, field }) => `${file}: ${field}`)
        .sort(),
    ).toEqual([
      'accounts/sandbox.ts: ou',
      'models/referral-triage.ts: account',
      'models/referral-triage.ts: governance.dpia',
      'models/referral-triage.ts: status',
    ]);
  });

  it('says nothing about its account where a file of the accounts cannot be read', () => {
    const accounts = withAccount('models', { name: 7 });
    const problems = problemsOf({ accounts, modelCards: [sample] });
    expect(problems.filter((problem) => problem.file === file)).toEqual([]);
  });
});
