import { putTags, removeTags, tagList, tagMap, tagRecord, tagsOfRecord } from '../../../emulator/toolkit/tags';

describe('tags', () => {
  it('are the same as a list and as a record', () => {
    const list = [
      { Key: 'team', Value: 'ml' },
      { Key: 'empty', Value: '' },
    ];
    expect(tagList(tagMap(list))).toEqual(list);
    expect(tagList(tagsOfRecord(tagRecord(tagMap(list))))).toEqual(list);
    expect(tagMap([{ Key: 'bare' }])).toEqual(new Map([['bare', '']]));
  });

  it('are replaced and removed by key', () => {
    const tags = new Map([['team', 'ml']]);
    putTags(
      tags,
      new Map([
        ['team', 'data'],
        ['owner', 'me'],
      ]),
    );
    removeTags(tags, ['owner', 'unknown']);
    expect(tags).toEqual(new Map([['team', 'data']]));
  });

  it('stay as they are where the result would be refused', () => {
    const tags = new Map([['team', 'ml']]);
    const refuse = ({ size }: ReadonlyMap<string, string>) => {
      if (size > 1) throw new Error('too many');
    };
    expect(() => putTags(tags, new Map([['owner', 'me']]), refuse)).toThrow('too many');
    expect(tags).toEqual(new Map([['team', 'ml']]));
  });
});
