import * as fc from 'fast-check';
import { contentFilterTypes, guardrailForm, piiEntities } from '../../../schema/forms/ai/guardrail';
import { problemsOf, refuses } from '../../support/bad-input';
import { accountsWithBedrock } from '../../support/bedrock';

const at = 'ai.bedrock.guardrails[0]';
const topic = { name: 'Diagnosis', definition: 'Telling a person which illness they have', examples: ['What is it?'] };
const off = { input: 'NONE', output: 'NONE' };

/** A guardrail with this change, in the account `models`. */
const guardrail = (change: object) => ({
  file: 'accounts/models.ts',
  accounts: accountsWithBedrock({ guardrails: [{ name: 'patients', ...change }] }),
});
const sensitive = (change: object) => guardrail({ sensitiveInformation: change });
const pattern = (change: object) =>
  sensitive({ patterns: [{ name: 'number', regex: 'PAT-\\d{8}', action: 'BLOCK', ...change }] });

describe('the form of a guardrail', () => {
  refuses([
    {
      title: 'a name that is longer than Bedrock takes',
      ...guardrail({ name: 'x'.repeat(51) }),
      field: `${at}.name`,
      value: 'x'.repeat(51),
      rule: 'at most 50 characters',
      fix: 'write at most 50',
    },
    {
      title: 'a message that is longer than Bedrock takes',
      ...guardrail({ blockedInputMessage: 'x'.repeat(501) }),
      field: `${at}.blockedInputMessage`,
      value: 'x'.repeat(501),
      rule: 'at most 500',
      fix: 'write at most 500',
    },
    {
      title: 'a strength that a filter does not have',
      ...guardrail({ contentFilters: { HATE: { input: 'HIGHEST' } } }),
      field: `${at}.contentFilters.HATE.input`,
      value: 'HIGHEST',
      rule: 'is not one of the known values',
      fix: "did you mean 'HIGH'?",
    },
    {
      title: 'a content filter that Bedrock does not have',
      ...guardrail({ contentFilters: { INSULT: {} } }),
      field: `${at}.contentFilters.INSULT`,
      value: {},
      rule: 'is not a field of the form',
      fix: "did you mean 'INSULTS'?",
    },
    {
      title: 'a prompt attack in an answer, which Bedrock filters in prompts only',
      ...guardrail({ promptAttack: { input: 'HIGH', output: 'HIGH' } }),
      field: `${at}.promptAttack`,
      value: { input: 'HIGH', output: 'HIGH' },
      rule: 'is not one of the known values',
      fix: 'NONE, LOW, MEDIUM, HIGH',
    },
    {
      title: 'more topics than Bedrock takes',
      ...guardrail({ deniedTopics: Array.from({ length: 31 }, (_, index) => ({ ...topic, name: `Topic ${index}` })) }),
      field: `${at}.deniedTopics`,
      value: expect.any(Array),
      rule: 'at most 30',
      fix: 'write at most 30',
    },
    {
      title: 'a definition that is longer than the CLASSIC tier takes',
      ...guardrail({ deniedTopics: [{ ...topic, definition: 'x'.repeat(201) }] }),
      field: `${at}.deniedTopics[0].definition`,
      value: 'x'.repeat(201),
      rule: 'at most 200',
      fix: 'write at most 200',
    },
    {
      title: 'a topic without an example',
      ...guardrail({ deniedTopics: [{ ...topic, examples: [] }] }),
      field: `${at}.deniedTopics[0].examples`,
      value: [],
      rule: 'must not be empty',
      fix: 'write at least 1',
    },
    {
      title: 'personal data of a kind that Bedrock does not know',
      ...sensitive({ anonymize: ['E-MAIL'] }),
      field: `${at}.sensitiveInformation.anonymize[0]`,
      value: 'E-MAIL',
      rule: 'is not one of the known values',
      fix: "did you mean 'EMAIL'?",
    },
    {
      title: 'a pattern that is longer than Bedrock takes',
      ...pattern({ regex: 'x'.repeat(501) }),
      field: `${at}.sensitiveInformation.patterns[0].regex`,
      value: 'x'.repeat(501),
      rule: 'at most 500',
      fix: 'write at most 500',
    },
    {
      title: 'a threshold of 1, which no answer reaches',
      ...guardrail({ grounding: { grounding: 1 } }),
      field: `${at}.grounding.grounding`,
      value: 1,
      rule: 'at most 0.99',
      fix: 'write at most 0.99',
    },
  ]);
});

describe('a guardrail', () => {
  refuses([
    {
      title: 'to filter nothing',
      ...guardrail({
        contentFilters: Object.fromEntries(contentFilterTypes.map((type) => [type, off])),
        promptAttack: 'NONE',
      }),
      field: at,
      value: 'patients',
      rule: 'has at least one filter',
      fix: 'switch a filter on',
    },
    {
      title: 'two topics of one name',
      ...guardrail({ deniedTopics: [topic, topic] }),
      field: `${at}.deniedTopics[1]`,
      value: 'Diagnosis',
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    },
    {
      title: 'to block and to anonymize the same personal data',
      ...sensitive({ block: ['NAME'], anonymize: ['EMAIL', 'NAME'] }),
      field: `${at}.sensitiveInformation.anonymize[1]`,
      value: 'NAME',
      rule: 'cannot be both blocked and anonymized',
      fix: 'remove it from one of the two lists',
    },
    {
      title: 'a pattern that is no regular expression',
      ...pattern({ regex: 'PAT-(\\d{8}' }),
      field: `${at}.sensitiveInformation.patterns[0].regex`,
      value: 'PAT-(\\d{8}',
      rule: 'must be a regular expression',
      fix: 'close its brackets',
    },
    ...['(?=x)y', '(?!x)y', '(?<=x)y', '(?<!x)y'].map((regex) => ({
      title: `the lookaround ${regex}`,
      ...pattern({ regex }),
      field: `${at}.sensitiveInformation.patterns[0].regex`,
      value: regex,
      rule: 'Bedrock does not support lookaround',
      fix: 'match the text itself',
    })),
  ]);

  it('filters everything harmful and every attack when it says nothing but its name', () => {
    const { contentFilters, promptAttack } = guardrailForm.parse({ name: 'patients' });
    expect(contentFilters).toEqual(
      Object.fromEntries(contentFilterTypes.map((type) => [type, { input: 'HIGH', output: 'HIGH' }])),
    );
    expect(promptAttack).toBe('HIGH');
  });

  it('takes a named group, which only begins like a lookaround', () => {
    expect(problemsOf(pattern({ regex: '(?<number>\\d{8})' }))).toEqual([]);
  });

  it('takes any personal data, each kind in one of the lists', () => {
    const split = fc.uniqueArray(fc.constantFrom(...piiEntities)).chain((entities) =>
      fc.nat(entities.length).map((index) => ({
        block: entities.slice(0, index),
        anonymize: entities.slice(index),
      })),
    );
    fc.assert(
      fc.property(split, (lists) => {
        expect(problemsOf(sensitive(lists))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
