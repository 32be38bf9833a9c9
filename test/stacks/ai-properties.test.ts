import * as fc from 'fast-check';
import type { AccountSpec } from '../../schema/forms/account';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone, type Problem } from '../../schema/problems/problem';
import { workloads } from '../support/arbitrary-workload';
import { allResources, synthOne } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

/** The landing zone with this workload in the account `models`, or what is wrong with it. */
function resolve(ai: AccountSpec['ai']): LandingZone | readonly Problem[] {
  try {
    return zoneOf({
      settings: { regions: ['eu-central-1'], services: { notifications: { emails: ['security@example.com'] } } },
      accounts: sampleAccounts().map(({ regions: _, ...account }) =>
        account.name === 'models' ? { ...account, ai } : account,
      ),
      controls: [],
    });
  } catch (error) {
    if (error instanceof InvalidLandingZone) return error.problems;
    throw error;
  }
}

const isRefused = (resolved: LandingZone | readonly Problem[]): resolved is readonly Problem[] =>
  Array.isArray(resolved);

describe('a workload that somebody declares', () => {
  it('is refused by file and field, or synthesizes with every reference at home', () => {
    fc.assert(
      fc.property(workloads, (ai) => {
        const resolved = resolve(ai);
        if (isRefused(resolved)) {
          for (const { file, field, rule, fix } of resolved)
            expect({ file, field, rule, fix }).toEqual({
              file: 'accounts/models.ts',
              field: expect.stringMatching(/^ai[.[]/),
              rule: expect.stringMatching(/./),
              fix: expect.stringMatching(/./),
            });
          return;
        }
        const stack = synthOne(resolved, 'ai-models');
        const own = new Set(allResources(stack).map(({ type, name }) => `${type}.${name}`));
        const mentioned = [...JSON.stringify(stack.json.resource).matchAll(/\$\{(aws_\w+\.[\w-]+)/g)];
        expect(mentioned.map(([, address = '']) => address).filter((address) => !own.has(address))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is accepted often enough for that to mean something', () => {
    const accepted = fc.sample(workloads, { numRuns: 100, seed: 1 }).filter((ai) => !isRefused(resolve(ai)));
    expect(accepted.length).toBeGreaterThan(20);
  });
});
