import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCalls } from '../../rehearsal/calls';

const folder = mkdtempSync(join(tmpdir(), 'landing-zone-calls-'));
const file = join(folder, 'requests.jsonl');
afterAll(() => rmSync(folder, { recursive: true }));

const call = (operation: string) => ({ service: 's3', operation, region: 'eu-central-1' });
const line = (operation: string) => `${JSON.stringify(call(operation))}\n`;

describe('the calls of a rehearsal', () => {
  it('are those up to a number: what a visitor asks later is none of them', async () => {
    writeFileSync(file, ['A', 'B', 'C'].map(line).join(''));
    expect(await readCalls(file, 2)).toEqual([call('A'), call('B')]);
  });

  it('are waited for where the log is behind, and half a line is none', async () => {
    writeFileSync(file, `${line('A')}{"service":`);
    const calls = readCalls(file, 2);
    await new Promise((resolve) => setTimeout(resolve, 60));
    appendFileSync(file, line('B').slice('{"service":'.length));
    expect(await calls).toEqual([call('A'), call('B')]);
  });
});
