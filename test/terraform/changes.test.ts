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

/** Which part of the table is rehearsed: the number of a pipeline's run, for example. Without it nothing is: a part takes ten minutes on two cores. */
const { LANDING_ZONE_SEED } = process.env;
const seed = Number(LANDING_ZONE_SEED);

const describeSeeded: typeof describeDeployed = (title, suite) => {
  if (LANDING_ZONE_SEED !== undefined) return describeDeployed(title, suite);
  process.stderr.write(`skipped: ${title}: LANDING_ZONE_SEED is not set\n`);
  describe.skip(title, () =>
    suite(() => {
      throw new Error('the suite is skipped');
    }),
  );
};

describeSeeded('the table of changes', (findTools) => {
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
