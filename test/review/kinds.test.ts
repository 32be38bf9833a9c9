import { kinds, tryAttribute } from '../../review/kinds';
import { edited, stacksOf, unknownIn } from '../support/reviewed';
import { typesInStacks } from '../support/types-in-stacks';

describe('every type of resource that a stack can make', () => {
  const known = Object.keys(kinds).filter((type) => type !== 'terraform_data');

  it('is known to a review, and no other', () => {
    expect([...known].sort()).toEqual(typesInStacks());
  });

  it('says what it means that it is there, and of each attribute what it decides or why it is harmless', () => {
    for (const { presence, attributes } of Object.values(kinds)) {
      if (typeof presence !== 'function') expect(presence.why).toMatch(/^\S.{5,}\S$/);
      for (const attribute of Object.values(attributes))
        if ('why' in attribute) expect(attribute.why).toMatch(/^\S.{4,}\S$/);
    }
  });

  it('has no attribute that a review does not know, in a landing zone that uses every field', async () => {
    expect(await unknownIn(stacksOf(edited()))).toEqual([]);
  });

  it('is found out where it has one', async () => {
    const resource = { aws_s3_bucket: { made: { bucket: 'made', acceleration: { speed: 'high' } } } };
    expect(await unknownIn(new Map([['made', { resource }]]))).toEqual([
      'aws_s3_bucket: nobody here knows acceleration.speed',
    ]);
  });
});

describe('an attribute', () => {
  const kind = {
    presence: { does: 'neither', why: 'made' },
    attributes: { 'rule.*': { elsewhere: 'a' }, 'rule.id': { elsewhere: 'b' } },
  } as const;

  it('is looked up by its own path before that of what it is within', () => {
    expect(tryAttribute(kind, 'rule.id')).toEqual({ elsewhere: 'b' });
    expect(tryAttribute(kind, 'rule.filter.prefix')).toEqual({ elsewhere: 'a' });
    expect(tryAttribute(kind, 'constructor')).toBeUndefined();
  });

  it('of every resource is known of each', () => {
    expect(tryAttribute(kind, 'lifecycle.prevent_destroy')).toMatchObject({ why: expect.stringContaining('destroy') });
  });
});
