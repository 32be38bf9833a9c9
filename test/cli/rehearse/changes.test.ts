import { changesProblems, changesText, runChanges } from '../../../cli/rehearse/changes';
import type { ChangesOptions, ChangesResult } from '../../../rehearsal/changes/rehearse-changes';

const green: ChangesResult = {
  fields: 4,
  applied: ['settings tags'],
  refused: ['settings name'],
  words: ['settings engine'],
  unrehearsed: [{ field: 'settings backend', why: 'state stays at hand' }],
  batches: 1,
  failures: [],
  seconds: 61,
};
const failed: ChangesResult = { ...green, failures: [{ field: 'settings tags', why: 'replace a bucket' }] };
const colors = { red: String, green: String } as unknown as Parameters<typeof changesText>[1];
const terraform = {
  name: 'terraform',
  program: 'terraform',
  registry: 'registry.terraform.io',
  version: '1.11.4',
} as const;
const nothing = { changes: true, only: undefined, batches: undefined, keep: false, rules: false } as const;
/** As the command line gives them where nobody wrote another option: with all defaults. */
const asked = {
  from: undefined,
  stack: undefined,
  interrupt: undefined,
  port: undefined,
  engine: undefined,
  backend: undefined,
  faults: 0,
  seed: 1,
  ...nothing,
};

describe('rehearse --changes', () => {
  it('says how many fields were changed, which are refused, and which nothing can show', () => {
    expect(changesText(green, colors)).toBe(
      [
        'Not rehearsed:\n  settings backend: state stays at hand',
        'Refused, as it should be: settings name',
        'Green: 4 fields; 1 changed and changed back in 1 batches, 1 refused, 1 that change no stack, 1 not rehearsed; 61 s',
      ].join('\n\n'),
    );
  });

  it.each([
    [green, false],
    [failed, true],
  ])('answers no where a row did not go as the table says', async (result, no) => {
    const rehearse = async () => result;
    const context = { note: () => {}, colors };
    const options = { changes: true, only: undefined, batches: undefined, seed: 1 };
    const answer = await runChanges(options, context, { tools: { engine: terraform }, folder: '', rehearse });
    expect(answer).toMatchObject({ json: result, no });
    expect(answer.text).toContain(no ? 'settings tags did not go as the table says:\nreplace a bucket' : 'Green');
  });

  it('rehearses the fields that are asked for', async () => {
    const seen: string[] = [];
    const rehearse = async ({ changes }: ChangesOptions) => {
      seen.push(...changes.map(({ field }) => field));
      return green;
    };
    const options = { changes: true, only: 'logs.retention', batches: undefined, seed: 1 };
    await runChanges(options, { note: () => {}, colors }, { tools: { engine: terraform }, folder: '', rehearse });
    expect(seen).toEqual(['settings logs.retentionDays']);
  });

  it('refuses what means nothing beside it, and what means nothing without it', () => {
    expect(
      changesProblems({ ...asked, stack: 'security', keep: true, rules: true, faults: 0.1, backend: 's3' }).map(
        ({ field }) => field,
      ),
    ).toEqual(['--stack', '--keep', '--rules', '--faults', '--backend']);
    expect(changesProblems({ ...asked, changes: false, only: 'logs', batches: 2 }).map(({ field }) => field)).toEqual([
      '--only',
      '--batches',
    ]);
    expect(changesProblems({ ...asked, only: 'logs.retentoin' })).toMatchObject([{ field: '--only' }]);
    expect(changesProblems(asked)).toEqual([]);
  });
});
