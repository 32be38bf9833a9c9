import { PassThrough } from 'node:stream';
import { tryAsker } from '../../../cli/new/asker';

const terminal = () => {
  const stream = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });
  return { input: stream(true), output: stream(true) };
};

describe('the asker', () => {
  it('is there only where both sides are a terminal', () => {
    const { input, output } = terminal();
    expect(tryAsker({ input: Object.assign(new PassThrough(), { isTTY: false }), output })).toBeUndefined();
    expect(tryAsker({ input, output: new PassThrough() })).toBeUndefined();
  });

  it('gives the line that was typed', async () => {
    const { input, output } = terminal();
    const asker = tryAsker({ input, output });
    const answer = asker?.ask('Name: ');
    input.write('research\n');
    expect(await answer).toBe('research');
    asker?.close();
  });

  it('ends with a sentence where the person leaves', async () => {
    const { input, output } = terminal();
    const asker = tryAsker({ input, output });
    const answer = asker?.ask('Name: ');
    input.end();
    await expect(answer).rejects.toThrow('Nothing was written');
    asker?.close();
  });
});
