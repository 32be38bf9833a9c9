import { fakeWorld, refusal } from '../../../support/world';

const key = (settings: object = {}) => ({ team: { tag_key: { '@@assign': 'team' }, ...settings } });
const create = (content: unknown) =>
  fakeWorld().organizations('CreatePolicy', {
    Name: 'tags',
    Description: '',
    Type: 'TAG_POLICY',
    Content: JSON.stringify(content),
  });

describe('a tag policy', () => {
  test.each([
    [
      'a key with its spelling, values and resource types',
      key({ tag_value: { '@@assign': ['ml', 'data*'] }, enforced_for: { '@@assign': ['s3:bucket', 'athena:*'] } }),
    ],
    ['a key that is spelled in another case than it is written', { team: { tag_key: { '@@assign': 'Team' } } }],
    [
      'a lock for policies below',
      key({ tag_value: { '@@operators_allowed_for_child_policies': ['@@none'], '@@assign': ['ml'] } }),
    ],
  ])('may have %s', async (_what, tags) => {
    await expect(create({ tags })).resolves.toHaveProperty('Policy');
  });

  test.each([
    ['no tags', { team: {} }],
    ['values without an operator', { tags: key({ tag_value: ['ml'] }) }],
    ['a value that is no text', { tags: key({ tag_value: { '@@assign': [1] } }) }],
    ['two wildcards in a value', { tags: key({ tag_value: { '@@assign': ['*ml*'] } }) }],
    ['a resource type that is only a service', { tags: key({ enforced_for: { '@@assign': ['s3'] } }) }],
    ['an operator that there is none of', { tags: key({ tag_value: { '@@set': ['ml'] } }) }],
    ['a member that there is none of', { tags: key({ values: { '@@assign': ['ml'] } }) }],
    ['a key that is spelled like another one', { tags: { team: { tag_key: { '@@assign': 'group' } } } }],
    ['two keys that differ in case alone', { tags: { team: {}, Team: {} } }],
    ['something beside its tags', { tags: key(), services: {} }],
  ])('is refused where it has %s', async (_what, content) => {
    await expect(create(content)).rejects.toEqual(refusal('MalformedPolicyDocumentException'));
  });
});
