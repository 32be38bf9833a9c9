import { AwsError } from '../../../emulator/toolkit/errors';
import { type PageStyle, paged } from '../../../emulator/toolkit/paged';
import type { Handlers } from '../../../emulator/toolkit/service';
import { refusal } from '../../support/world';

const style: PageStyle = {
  read: ({ Limit, NextToken }) => ({ size: Limit as number, token: NextToken as string }),
  token: 'NextToken',
  refuseSize: () => new AwsError('InvalidLimitException', ''),
  refuseToken: () => new AwsError('InvalidNextTokenException', ''),
};

describe('a handler whose answers are paged', () => {
  const handlers: Handlers = {
    ListRules: () => ({ Rules: [1, 2, 3, 4, 5], Other: 'x' }),
    ListPacks: async () => ({ Packs: [1] }),
    GetRule: () => ({ Rule: 1 }),
  };
  const cut = paged(handlers, { ListRules: ['Rules', 3], ListPacks: ['Packs', 3] }, style);
  const ask = async (operation: string, input: object = {}) => cut[operation]?.({ input } as never);

  it('has as many items on a page as are asked for, and the usual number otherwise', async () => {
    expect(await ask('ListRules')).toEqual({ Rules: [1, 2, 3], Other: 'x', NextToken: '3' });
    expect(await ask('ListRules', { Limit: 2 })).toEqual({ Rules: [1, 2], Other: 'x', NextToken: '2' });
  });

  it('goes on where it left off, and says nothing at the end', async () => {
    expect(await ask('ListRules', { NextToken: '3' })).toEqual({ Rules: [4, 5], Other: 'x' });
    expect(await ask('ListPacks')).toEqual({ Packs: [1] });
  });

  it('refuses other numbers and tokens in the words of the service', async () => {
    await expect(ask('ListRules', { Limit: 4 })).rejects.toEqual(refusal('InvalidLimitException'));
    await expect(ask('ListRules', { NextToken: 'x' })).rejects.toEqual(refusal('InvalidNextTokenException'));
  });

  it('leaves the others as they are, and must be there', async () => {
    expect(cut.GetRule).toBe(handlers.GetRule);
    expect(() => paged(handlers, { ListOthers: ['Others', 1] }, style)).toThrow('there is no ListOthers to be paged');
  });
});
