import * as fc from 'fast-check';
import { isTagPolicy } from '../../../emulator/services/organizations/tag-policy';
import { tagPolicy } from '../../../policy/guardrails/tag-policy';
import { dataClassifications } from '../../../schema/forms/ai/classification';
import type { SettingsSpec } from '../../../schema/forms/settings';

type Values = NonNullable<NonNullable<SettingsSpec['tagPolicy']>['values']>;

const policyOf = (values: Values = {}, enforced = true) => tagPolicy({ tagPolicy: { enforced, values } });
const tagsOf = (values?: Values, enforced?: boolean) => JSON.parse(policyOf(values, enforced)).tags;

const text = fc.stringMatching(/^[a-z][a-z0-9 _.:/=+@-]{0,20}$/);
const keys = text.filter((key) => !['owner', 'data-domain', 'data-classification'].includes(key));
const someValues = fc.dictionary(keys, fc.array(text, { maxLength: 5 }), { maxKeys: 8 });

describe('the tag policy', () => {
  it('admits the classes of data that forms and controls know, and refuses others where data is', () => {
    expect(tagsOf()['data-classification']).toMatchObject({
      tag_key: { '@@assign': 'data-classification' },
      tag_value: { '@@assign': dataClassifications },
      enforced_for: { '@@assign': expect.arrayContaining(['s3:bucket', 'sagemaker:model-package-group']) },
    });
  });

  it('adds values to those that the landing zone writes itself', () => {
    expect(tagsOf({ 'data-domain': ['claims', 'training'] })['data-domain'].tag_value).toEqual({
      '@@assign': ['training', 'models', 'prompts', 'claims'],
    });
  });

  it('fixes how a key without values is spelled, and admits every value of it', () => {
    expect(tagsOf({ team: [] })).toMatchObject({
      owner: { tag_key: { '@@assign': 'owner' } },
      team: { tag_key: { '@@assign': 'team' } },
    });
    expect(Object.keys(tagsOf().owner)).toEqual(['tag_key']);
  });

  it('only reports where it is not enforced', () => {
    expect(policyOf({ team: ['ml'] }, false)).not.toContain('enforced_for');
  });

  it('is one that Organizations takes, whatever the settings add', () => {
    fc.assert(
      fc.property(someValues, fc.boolean(), (values, enforced) => {
        const content = policyOf(values, enforced);
        expect(content.length).toBeLessThanOrEqual(10_000);
        expect(isTagPolicy(JSON.parse(content))).toBe(true);
        for (const [key, list] of Object.entries(values))
          expect(JSON.parse(content).tags[key].tag_value?.['@@assign'] ?? []).toEqual([...new Set(list)]);
      }),
    );
  });

  it('does not depend on the order in which keys are written', () => {
    expect(policyOf({ b: ['1'], a: ['2'] })).toBe(policyOf({ a: ['2'], b: ['1'] }));
  });
});
