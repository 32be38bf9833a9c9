import { organizationPolicies } from '../../../policy/guardrails/organization-policies';
import type { CompiledStatement, OrganizationPolicy } from '../../../policy/guardrails/organization-policy';
import { accountId, findAccount } from '../../../policy/guardrails/simulation/accounts';
import { Evaluator, type Verdict } from '../../../policy/guardrails/simulation/evaluate';
import type { AccessRequest } from '../../../policy/guardrails/simulation/request';
import { actionProblems } from '../../../policy/iam/vocabulary';
import { openPaths } from '../../../policy/open-paths';
import { accountsIn } from '../../../schema/organization-tree';
import { boundAccounts, controlsDenying, inForce, packedZones } from '../../support/proofs';
import { type Call, inAccount } from '../proofs/calls';
import { agentcore } from './agentcore';
import { ai } from './ai';
import { bedrock } from './bedrock';
import { data } from './data';
import { detection } from './detection';
import { identity } from './identity';
import { logging } from './logging';
import { network } from './network';
import { organization } from './organization';
import type { Path } from './path';
import { sagemaker } from './sagemaker';
import { staysPossible } from './stays-possible';

const rooms = { agentcore, ai, bedrock, data, detection, identity, logging, network, organization, sagemaker };
const allPaths: readonly Path[] = Object.values(rooms).flatMap((room) => Object.values(room).flat());

/** The landing zone of `accounts/`, packed for each set of quotas. */
const packed = packedZones().filter(({ name }) => name.startsWith('accounts/'));
const [{ zone }] = packed as [(typeof packed)[number]];
const requestOf = (account: string, call: Call) => inAccount(account, accountId(findAccount(zone, account)), call);

/**
 * The statements that deny a request, without what some controls asked for. Nothing else can deny it once these are left out: to take
 * something out of a document makes no other statement of it deny more.
 */
function leftOver(
  policies: readonly OrganizationPolicy[],
  { denials }: Verdict,
  ids: readonly string[],
): readonly OrganizationPolicy[] {
  const denying = new Set(denials.map(({ statement }) => statement));
  const shortened = (each: CompiledStatement): readonly CompiledStatement[] => {
    const controls = each.controls.filter((control) => !ids.includes(control));
    if (!denying.has(each.statement) || controls.length === 0) return [];
    if (controls.length === each.controls.length) return [each];
    const Action = controls.flatMap((control) => each.actionsOf?.[control] ?? []);
    return [{ ...each, controls, statement: { ...each.statement, Action } }];
  };
  return policies.flatMap((policy) => {
    const statements = policy.statements.flatMap(shortened);
    return statements.length === 0 ? [] : [{ ...policy, statements }];
  });
}

const policies = organizationPolicies(zone);
const evaluator = new Evaluator(zone, policies);
const isAllowedWithout = (ids: readonly string[], request: AccessRequest): boolean =>
  new Evaluator(zone, leftOver(policies, evaluator.evaluate(request), ids)).evaluate(request).allowed;

describe.each(Object.entries(rooms))('ways round the promises of %s', (_, room) => {
  describe.each(Object.entries(room))('%s', (_promise, paths) => {
    it.each(paths)('$account: $who $why: $stoppedBy', ({ account, stoppedBy, ...call }) => {
      const request = requestOf(account, call);
      for (const { evaluator } of packed) expect(controlsDenying(evaluator, request)).toEqual(stoppedBy);
      expect(isAllowedWithout(stoppedBy, request)).toBe(true);
      // Each is enough: with the others left out, the call is stopped still.
      for (const id of stoppedBy) {
        const others = stoppedBy.filter((other) => other !== id);
        expect(isAllowedWithout([...others, 'another-control'], request)).toBe(false);
      }
    });
  });
});

describe.each(Object.entries(staysPossible))('what stays possible in %s', (account, calls) => {
  it.each(calls)('$who $why', (call) => {
    for (const { evaluator } of packed) expect(controlsDenying(evaluator, requestOf(account, call))).toEqual([]);
  });
});

describe('an open path', () => {
  it.each(openPaths)('$who $what: if it is closed by now, move it to test/policy/paths/', ({ who, what, request }) => {
    const asked = requestOf(request.account, { who, why: what, request });
    for (const { evaluator } of packed) expect(controlsDenying(evaluator, asked)).toEqual([]);
  });

  it('says why in a sentence or more', () => {
    expect(openPaths.filter(({ reason }) => !/^[A-Z].{30,}\.$/.test(reason))).toEqual([]);
  });
});

describe('the lists', () => {
  it('hold 150 closed paths, 40 calls that stay possible, and no path twice', () => {
    expect(allPaths.length).toBeGreaterThanOrEqual(150);
    expect(new Set(Object.values(staysPossible).flat()).size).toBeGreaterThanOrEqual(40);
    const keys = allPaths.map(({ account, who, request }) => JSON.stringify([account, who, request]));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('show a way round every control that prevents something', () => {
    const shown = new Set(allPaths.flatMap(({ stoppedBy }) => stoppedBy));
    const binding = inForce(zone).filter(
      ({ where }) => boundAccounts({ accounts: accountsIn(zone, where) }).length > 0,
    );
    const missing = binding.filter(({ id }) => !shown.has(id));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('name actions that AWS has', async () => {
    const requests = [...allPaths, ...Object.values(staysPossible).flat(), ...openPaths].map(({ request }) => request);
    const actions = [...new Set(requests.map(({ action }) => action))];
    expect((await Promise.all(actions.map((action) => actionProblems('paths', action, action)))).flat()).toEqual([]);
  });
});
