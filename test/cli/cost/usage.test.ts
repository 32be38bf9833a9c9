import { readUsage } from '../../../cli/cost/read-usage';
import { expectedUsage, namesWritten } from '../../../cli/cost/usage';
import { typicalUsage } from '../../../schema/facts/typical-usage';
import { defineUsage, usageFile } from '../../../schema/forms/usage';
import type { SourceFile } from '../../../schema/problems/problem';

const zone = { accounts: [{ name: 'models' }, { name: 'sandbox' }] } as never;
const file = (value: unknown): SourceFile => ({ file: usageFile, value });
const read = (value: unknown, options: readonly string[] = []) => readUsage(file(value), options, zone);
const models = { key: 'models', class: 'ai' } as const;

describe('usage', () => {
  it('is what is typical of the class of an account, where nobody wrote anything', () => {
    const { usage, problems } = readUsage(undefined, [], zone);
    expect(problems).toEqual([]);
    expect(expectedUsage(usage).of('changes', models)).toEqual(typicalUsage.changes.ai);
    expect(namesWritten(usage)).toEqual([]);
  });

  it('is what was written of an account, then of its class', () => {
    const { usage, problems } = read(
      defineUsage({
        classes: { ai: { changes: 9_000, checks: { low: 1, typical: 2, high: 3 } } },
        accounts: { models: { changes: 12_000 } },
      }),
    );
    const expected = expectedUsage(usage);
    expect(problems).toEqual([]);
    expect(expected.of('changes', models).typical).toBe(12_000);
    expect(expected.of('changes', { key: 'other', class: 'ai' })).toEqual({ low: 9_000, typical: 9_000, high: 9_000 });
    expect(expected.of('checks', models)).toEqual({ low: 1, typical: 2, high: 3 });
    expect(namesWritten(usage)).toEqual(['changes', 'checks']);
  });

  it('has a share in other regions where it is about each region, and is whole where it is about the account', () => {
    const expected = expectedUsage(read({ classes: { ai: { changes: 100, principals: 50, elsewhere: 0.2 } } }).usage);
    expect(expected.of('changes', models, true).typical).toBe(20);
    expect(expected.of('principals', models, true).typical).toBe(50);
  });

  it('is known by the name of an account, where its key is another', () => {
    const { usage } = read({ accounts: { models: { changes: 7 } } });
    const expected = expectedUsage(usage, (key) => (key === 'old-models' ? 'models' : key));
    expect(expected.of('changes', { key: 'old-models', class: 'ai' }).typical).toBe(7);
  });

  it('is refused with every problem at once', () => {
    const { problems } = read({
      classes: { ai: { chnages: 5, checks: { low: 3, typical: 2, high: 4 }, buckets: -1 }, cores: {} },
      accounts: { modles: {} },
    });
    expect(problems.map(({ file: of, field }) => `${of} ${field}`).sort()).toEqual([
      `${usageFile} accounts.modles`,
      `${usageFile} classes.ai.buckets`,
      `${usageFile} classes.ai.checks`,
      `${usageFile} classes.ai.chnages`,
      `${usageFile} classes.cores`,
    ]);
    expect(problems.find(({ field }) => field === 'accounts.modles')?.fix).toContain("did you mean 'models'?");
  });

  it('may be written for one run, of every account or of a class, over what the file says', () => {
    const written = { classes: { ai: { changes: 1 } }, accounts: { models: { changes: 2, checks: 3 } } };
    const every = expectedUsage(read(written, ['changes=4000']).usage);
    expect(every.of('changes', models).typical).toBe(4_000);
    expect(every.of('checks', models).typical).toBe(3);
    expect(every.of('changes', { key: 'a', class: 'core' }).typical).toBe(4_000);
    const ofClass = expectedUsage(read(written, ['core.changes=5.5']).usage);
    expect(ofClass.of('changes', { key: 'a', class: 'core' }).typical).toBe(5.5);
    expect(ofClass.of('changes', models).typical).toBe(2);
  });

  it.each([
    ['changes', 'must be a quantity and a number'],
    ['changes=many', 'must be a quantity and a number'],
    ['chnages=4', "must name a quantity, which 'chnages' is not"],
    ['ia.changes=4', 'must name a class of accounts'],
  ])('is not written as %s', (option, rule) => {
    expect(read({}, [option]).problems.map((problem) => problem.rule)).toEqual([rule]);
  });
});
