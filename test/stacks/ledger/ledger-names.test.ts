import { assignmentsOf } from '../../../policy/assignments';
import { emptyLedger, ledgerForm } from '../../../schema/forms/ledger';
import { synth } from '../../support/synth';
import { zoneOf } from '../../support/zone';

const zone = zoneOf();

describe('the names that the ledger takes', () => {
  it('are those of every stack that is written', () => {
    const named = Object.fromEntries(Object.values(synth(zone)).map(({ name }) => [name, {}]));
    expect(Object.keys(named)).toEqual(expect.arrayContaining(['management', 'security', 'compliance', 'cost']));
    expect(ledgerForm.safeParse({ ...emptyLedger, protected: named, kept: named }).error).toBeUndefined();
  });

  it('are those of everything that is split over documents', () => {
    expect(ledgerForm.safeParse({ ...emptyLedger, assignments: assignmentsOf(zone) }).error).toBeUndefined();
  });
});
