import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { review } from '../../cli/review';
import { run } from '../../cli/review/run';
import { synthesizeLandingZone } from '../../stacks';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { type Case, harmless, weakening } from '../support/review-cases';
import { catalogOf, edited } from '../support/reviewed';
import { runCli } from '../support/run-cli';

// Each synthesizes twice, and reckons what a month costs.
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'landing-zone-verdicts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** How the command ends that is to refuse what weakens, and its first line below the title. */
async function reviewed({ edits, before = {}, controls: ids = [], remembers }: Case) {
  const controls = catalogOf(...ids);
  const old = edited(before, controls);
  const now = edited({ ...before, ...edits }, controls, remembers ? ledgerOf(old) : undefined);
  const outdir = mkdtempSync(join(folder, 'before-'));
  synthesizeLandingZone(old, { outdir });
  const command = { ...review, run: (options, context) => run(options, context, () => now) } satisfies typeof review;
  const { code, stdout } = await runCli(command, ['--before', outdir, '--fail-on', 'weaker']);
  return { code, says: stdout.split('\n')[2]?.replace(/:.*/, '') };
}

describe('a pipeline that refuses what weakens', () => {
  it.each(Object.entries(weakening))('ends with 2 at %s', async (_, each) => {
    expect(await reviewed(each)).toEqual({ code: 2, says: '**Weaker**' });
  });

  it.each(Object.entries(harmless))('ends with 0 at %s', async (_, each) => {
    const says = each.verdict === 'stronger' ? '**Stronger**' : '**Harmless**';
    expect(await reviewed(each)).toEqual({ code: 0, says });
  });

  it('is tried with ten changes of either kind and more', () => {
    expect(Math.min(Object.keys(weakening).length, Object.keys(harmless).length)).toBeGreaterThanOrEqual(10);
  });
});
