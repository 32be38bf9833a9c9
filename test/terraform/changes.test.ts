import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folders } from '../../project/folders';
import { readFolder } from '../../project/read-folder';
import { choose } from '../../rehearsal/changes/choice';
import { rehearseChanges } from '../../rehearsal/changes/rehearse-changes';
import { everyChange } from '../../rehearsal/changes/table';
import { describeDeployed } from '../support/deployed';

jest.setTimeout(20 * 60_000);

/** Another part of the table is rehearsed with another seed, such as the number of a pipeline's run. */
const seed = Number(process.env.LANDING_ZONE_SEED ?? 1);

describeDeployed('the table of changes', (findTools) => {
  it('is true of one batch of the rows, which the seed chooses', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'landing-zone-changes-'));
    const shipped = { controls: readFolder(folders.controls).files, auditQueries: readFolder(folders.queries).files };
    const changes = choose(everyChange(), { seed });
    try {
      const { failures, applied } = await rehearseChanges({
        tools: findTools(),
        folder,
        shipped,
        changes,
        mostBatches: 1,
      });
      expect(failures).toEqual([]);
      expect(applied.length).toBeGreaterThan(30);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
