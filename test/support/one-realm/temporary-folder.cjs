const { existsSync, mkdtempSync, rmSync, statfsSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Landing zones are written by the hundreds, and read again: Linux keeps these files in memory, where it has some to spare. */
const memory = '/dev/shm';
const enough = 512 * 2 ** 20;
const hasRoom = () => existsSync(memory) && statfsSync(memory).bavail * statfsSync(memory).bsize > enough;

/** Gives a worker a folder for everything temporary, which goes with it: tests that fail leave theirs behind, and memory is scarce. */
module.exports = (worker) => {
  const parent = worker.env.TMPDIR ?? (hasRoom() ? memory : tmpdir());
  const folder = mkdtempSync(join(parent, 'landing-zone-tests-'));
  worker.env.TMPDIR = folder;
  worker.once('exit', () => rmSync(folder, { recursive: true, force: true }));
};
