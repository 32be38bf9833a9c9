import { folders } from '../../project/folders';
import { readFolder } from '../../project/read-folder';
import { type Batch, batchesOf } from '../../rehearsal/changes/batches';
import { smallZone } from '../../rehearsal/changes/small-zone';
import { everyChange } from '../../rehearsal/changes/table';
import { stepsOf } from '../../rehearsal/changes/trial';
import { resolve, write } from '../../rehearsal/changes/written';
import type { LandingZone } from '../../schema/landing-zone';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { stacksOf, unknownIn } from '../support/reviewed';
import { zoneOf } from '../support/zone';

const shipped = { controls: readFolder(folders.controls).files, auditQueries: readFolder(folders.queries).files };

describe('every attribute that a stack can write', () => {
  const ledger = ledgerOf(resolve(smallZone, shipped));

  const changed = (batch: Batch): LandingZone => resolve(write(smallZone, stepsOf(batch)[0] ?? []), shipped, ledger);

  const holds = (batch: Batch): boolean => {
    try {
      changed(batch);
      return true;
    } catch {
      return false;
    }
  };

  it('is known to a review: of the sample, and of every change that a form has', async () => {
    const batches = batchesOf(everyChange(), holds);
    expect(batches.length).toBeGreaterThan(5);
    const unknown = new Set(await unknownIn(stacksOf(zoneOf())));
    for (const batch of batches) for (const each of await unknownIn(stacksOf(changed(batch)))) unknown.add(each);
    expect([...unknown]).toEqual([]);
  }, 300_000);
});
