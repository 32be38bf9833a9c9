import { accountId, findAccount } from '../../../policy/guardrails/simulation/accounts';
import { vocabularyProblems } from '../../../policy/iam/vocabulary';
import { madeControl } from '../../support/made-control';
import { controlsDenying, evaluatorOf, writtenZone } from '../../support/proofs';
import { zoneOf } from '../../support/zone';
import { type Call, inAccount } from './calls';
import { dayToDay } from './day-to-day';
import { violations } from './violations';

const zone = writtenZone();
const evaluator = evaluatorOf(zone);

const denying = (account: string, call: Call): readonly string[] =>
  controlsDenying(evaluator, inAccount(account, accountId(findAccount(zone, account)), call));

describe.each(Object.entries(dayToDay))('on an ordinary day in %s', (account, calls) => {
  it.each(calls)('$who $why', (call) => {
    expect(denying(account, call)).toEqual([]);
  });

  it('nobody is stopped in forty calls at least', () => {
    expect(calls.length).toBeGreaterThanOrEqual(40);
  });
});

describe.each(Object.entries(violations))('what is stopped in %s', (account, calls) => {
  it.each(calls)('$who $why: $deniedBy', (call) => {
    expect(denying(account, call)).toEqual(expect.arrayContaining([...call.deniedBy]));
  });

  it('is shown by at least 40 calls', () => {
    expect(calls.length).toBeGreaterThanOrEqual(40);
  });
});

describe('every call', () => {
  /** Calls as a statement each, to hold their actions and keys against what AWS has. */
  const asControl = (calls: readonly Call[]) =>
    madeControl({
      prevent: {
        scp: calls.map(({ request: { action, context = {} } }) => ({
          Action: action,
          Condition: { Null: Object.fromEntries(Object.keys(context).map((key) => [key, 'false'])) },
        })),
      },
    });

  it('has an action that AWS has, with keys that AWS sends for it', async () => {
    const calls = [...new Set([...Object.values(dayToDay), ...Object.values(violations)].flat())];
    expect(await vocabularyProblems(zoneOf({ controls: [asControl(calls)] }).controls)).toEqual([]);
  });
});
