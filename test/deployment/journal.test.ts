import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../deployment/journal';
import { knownIn, newRun, runsIn, tryUnfinishedRun } from '../../deployment/run-folder';

describe('a journal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-journal-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  let count = 0;
  const begun = () => {
    count += 1;
    const file = join(folder, `${count}.jsonl`);
    const journal = new Journal(file);
    journal.write({ event: 'began', stacks: ['a', 'b'], engine: 'tofu', process: 7 });
    return { file, journal, read: () => new Journal(file) };
  };

  it('is read again as it was written', () => {
    const { journal, read } = begun();
    journal.write({ event: 'planned', stack: 'a', key: 'k', plan: 'p' });
    expect(read().of('a')).toEqual({ cutOff: false, plan: { key: 'k', id: 'p', approved: false } });
    journal.write({ event: 'approved', stack: 'a', plan: 'p' });
    expect(read().of('a').plan?.approved).toBe(true);
    journal.write({ event: 'applying', stack: 'a', plan: 'p' });
    const applying = { key: 'k', id: 'p', approved: true };
    expect(read().of('a')).toEqual({ cutOff: true, unfinished: true, applying });
    expect(read().known()).toEqual(new Map([['a', 'unfinished']]));
    journal.write({ event: 'applied', stack: 'a', key: 'k' });
    expect(read().of('a')).toEqual({ cutOff: false, done: 'k' });
    expect(read().of('b')).toEqual({ cutOff: false });
    expect(read().began).toMatchObject({ stacks: ['a', 'b'], process: 7 });
    expect(read().known()).toEqual(new Map([['a', 'k']]));
  });

  it('takes no plan for approved but the one that was', () => {
    const { journal, read } = begun();
    journal.write({ event: 'planned', stack: 'a', key: 'k', plan: 'new' });
    journal.write({ event: 'approved', stack: 'a', plan: 'old' });
    expect(read().of('a').plan?.approved).toBe(false);
  });

  it('forgets a plan that was refused, approved or not', () => {
    const { journal, read } = begun();
    journal.write({ event: 'planned', stack: 'a', key: 'k', plan: 'p' });
    journal.write({ event: 'approved', stack: 'a', plan: 'p' });
    journal.write({ event: 'refused', stack: 'a' });
    expect(read().of('a')).toEqual({ cutOff: false });
  });

  it('remembers an apply that was cut off until one has come to its end, whatever fails to be planned between', () => {
    const { journal, read } = begun();
    journal.write({ event: 'applying', stack: 'a', plan: 'p' });
    journal.write({ event: 'failed', stack: 'a', during: 'apply', reason: 'killed', cutOff: true });
    journal.write({ event: 'failed', stack: 'a', during: 'plan', reason: 'no credentials', cutOff: false });
    expect(read().of('a').cutOff).toBe(true);
    journal.write({ event: 'applying', stack: 'a', plan: 'p' });
    journal.write({ event: 'failed', stack: 'a', during: 'apply', reason: 'access denied', cutOff: false });
    expect(read().of('a').cutOff).toBe(false);
    expect(read().known()).toEqual(new Map([['a', 'unfinished']]));
  });

  it('says nothing by a line that was cut off, and goes on behind it', () => {
    const { file, read } = begun();
    appendFileSync(file, '{"event":"applied","stack":"a","k');
    const before = readFileSync(file, 'utf8');
    expect([...read().known().keys()]).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(before);
    read().write({ event: 'applied', stack: 'b', key: 'k' });
    expect([...read().known().keys()]).toEqual(['b']);
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('can be read by its owner alone, because plans beside it hold secrets', () => {
    expect(statSync(begun().file).mode & 0o077).toBe(0);
  });
});

describe('the runs of an output folder', () => {
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'landing-zone-runs-'));
  });
  afterEach(() => rmSync(outdir, { recursive: true }));

  const runAt = (minute: number) => {
    const run = newRun(outdir, new Date(Date.UTC(2026, 0, 31, 12, minute)));
    run.journal.write({ event: 'began', stacks: ['a'], engine: 'terraform', process: 7 });
    return run;
  };

  it('go on with the last, where that has not come to its end', () => {
    expect(tryUnfinishedRun(outdir)).toBeUndefined();
    const [, second] = [runAt(1), runAt(2)];
    expect(tryUnfinishedRun(outdir)?.path).toBe(second?.path);
    second?.journal.write({ event: 'ended' });
    expect(tryUnfinishedRun(outdir)).toBeUndefined();
  });

  it('are not hidden by a later one about other stacks, or by one that looked for drift', () => {
    const first = runAt(1);
    const other = newRun(outdir, new Date(Date.UTC(2026, 0, 31, 13)));
    other.journal.write({ event: 'began', stacks: ['b'], engine: 'terraform', process: 7 });
    other.journal.write({ event: 'ended' });
    newRun(outdir, new Date(Date.UTC(2026, 0, 31, 14)));
    expect(tryUnfinishedRun(outdir)?.path).toBe(first.path);
    runAt(59).journal.write({ event: 'ended' });
    expect(tryUnfinishedRun(outdir)).toBeUndefined();
  });

  it('know of each stack what the last of them said', () => {
    runAt(1).journal.write({ event: 'applied', stack: 'a', key: 'older' });
    runAt(2).journal.write({ event: 'as it should be', stack: 'a', key: 'newer' });
    runAt(3);
    expect(knownIn(outdir)).toEqual(new Map([['a', 'newer']]));
  });

  it('leave what the last twenty have left', () => {
    for (let minute = 0; minute < 23; minute += 1) runAt(minute);
    const names = readdirSync(runsIn(outdir)).sort();
    expect(names).toHaveLength(20);
    expect(names[0]).toContain('12-03');
  });

  it('leave nothing of older ones that looked for drift, and keep an apply that did not come to its end until one has', () => {
    runAt(0).journal.write({ event: 'applying', stack: 'a', plan: 'p' });
    newRun(outdir, new Date(Date.UTC(2026, 0, 31, 12, 1)));
    for (let minute = 2; minute < 24; minute += 1) runAt(minute);
    const names = () => readdirSync(runsIn(outdir)).sort();
    expect(names()[0]).toContain('12-00');
    expect(names()[1]).toContain('12-04');
    expect(knownIn(outdir)).toEqual(new Map([['a', 'unfinished']]));
    runAt(24).journal.write({ event: 'applied', stack: 'a', key: 'k' });
    runAt(25);
    expect(names()[0]).toContain('12-06');
  });
});
