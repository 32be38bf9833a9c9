import { fromTheBeginning } from '../../rehearsal/rehearse';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { importsIn } from '../support/ledger';
import { smallZone, synthOne } from '../support/synth';

describe('a rehearsal', () => {
  it('begins in an AWS where nothing was kept: it makes what would be imported', () => {
    const zone = smallZone();
    const { 'log-archive': left = {}, ...others } = ledgerOf(zone).protected;
    const returning = { ...zone, ledger: { ...zone.ledger, protected: others, kept: { 'log-archive': left } } };
    const importsOf = (each: typeof zone) => importsIn(synthOne(each, 'log-archive'));
    expect(importsOf(returning).length).toBeGreaterThan(0);
    expect(importsOf(fromTheBeginning(returning))).toEqual([]);
  });
});
