import strength from '../../controls/bedrock/bedrock-guardrail-strength';
import { problemsOf, refuses } from '../support/bad-input';
import { accountsWithBedrock } from '../support/bedrock';

const id = 'bedrock-guardrail-strength';
const controls = [{ file: `controls/bedrock/${id}.ts`, value: strength }];
const strong = { name: 'patients', sensitiveInformation: { anonymize: ['NAME'] } };
const guardrails = (...list: object[]) => ({
  file: 'accounts/models.ts',
  controls,
  accounts: accountsWithBedrock({ guardrails: list }),
});

describe('the guardrails of an account', () => {
  refuses([
    {
      title: 'prompt attacks that are filtered at less than HIGH',
      ...guardrails(strong, { ...strong, name: 'visitors', promptAttack: 'MEDIUM' }),
      field: 'ai.bedrock.guardrails[1].promptAttack',
      value: 'MEDIUM',
      rule: `the control ${id} requires HIGH`,
      fix: 'switch the control off in accounts/landing-zone.ts with a reason',
    },
    {
      title: 'a guardrail that looks for no personal data',
      ...guardrails({ name: 'patients' }),
      field: 'ai.bedrock.guardrails[0].sensitiveInformation',
      value: { block: [], anonymize: [], patterns: [] },
      rule: 'requires personal data or a pattern',
      fix: "anonymize: ['NAME']",
    },
  ]);

  const weak = guardrails({ name: 'patients', promptAttack: 'NONE' });

  it('may look for a pattern of their own instead', () => {
    const patterns = [{ name: 'number', regex: 'PAT-\\d{8}', action: 'BLOCK' }];
    expect(problemsOf(guardrails({ ...strong, sensitiveInformation: { patterns } }))).toEqual([]);
  });

  it('may be weak where the control is off or was taken out of the catalog, and not where it only detects', () => {
    const reason = 'a demonstration';
    expect(problemsOf({ ...weak, settings: { controls: { [id]: { mode: 'off', reason } } } })).toEqual([]);
    expect(problemsOf({ ...weak, controls: [] })).toEqual([]);
    expect(problemsOf({ ...weak, settings: { controls: { [id]: { mode: 'detect', reason } } } })).toHaveLength(2);
  });
});
