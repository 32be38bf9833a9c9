import { exampleRequest } from '../../../policy/guardrails/simulation/request';
import type { Control } from '../../../schema/landing-zone';
import { accountsIn } from '../../../schema/organization-tree';
import {
  boundAccounts,
  controlsDenying,
  inForce,
  type PackedZone,
  packedZones,
  requestsOf,
} from '../../support/proofs';

const zones = packedZones();

/** Those of a landing zone; where settings make controls, two landing zones have different ones. */
const preventive = ({ zone }: PackedZone): readonly Control[] => inForce(zone);
const idsOf = (controls: readonly Control[]): readonly string[] => [...new Set(controls.map(({ id }) => id))];
const ids = idsOf(zones.flatMap(preventive));
const placed = idsOf(zones.flatMap(preventive).filter(({ where }) => where !== 'every account'));

/** Examples of a control that a landing zone answers differently, each with zone and account. */
function surprises(packed: PackedZone, id: string, inPlace: boolean): readonly string[] {
  const { zone, evaluator, name } = packed;
  const control = preventive(packed).find((each) => each.id === id);
  if (!control) return [];
  const place = accountsIn(zone, control.where);
  return boundAccounts(zone)
    .filter((account) => place.includes(account) === inPlace)
    .flatMap(({ name: account }) =>
      requestsOf(zone, control)
        .filter(({ denied }) => inPlace || denied)
        .flatMap((example) => {
          const denied = controlsDenying(evaluator, exampleRequest(zone, account, example)).includes(id);
          const expected = inPlace && example.denied;
          return denied === expected ? [] : [`${account} of ${name}: ${example.when}: ${denied ? '' : 'not '}denied`];
        }),
    );
}

describe('packed into policies', () => {
  it.each(ids)('%s denies what its examples say, in every account of its place', (id) => {
    expect(zones.flatMap((packed) => surprises(packed, id, true))).toEqual([]);
  });

  it.each(placed)('%s denies none of its examples in an account outside its place', (id) => {
    expect(zones.flatMap((packed) => surprises(packed, id, false))).toEqual([]);
  });

  it('every kind of control is there', () => {
    expect(placed.length).toBeGreaterThan(50);
    expect(ids.length - placed.length).toBeGreaterThan(20);
  });
});
