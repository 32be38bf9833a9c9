import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeFolder } from '../../rehearsal/folder';

const parent = mkdtempSync(join(tmpdir(), 'landing-zone-folder-'));
const folder = join(parent, '.rehearsal');
const lock = join(folder, 'process-id');
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(parent, { recursive: true }));

describe('the folder of a rehearsal', () => {
  it('is emptied, and only its owner may read it and the states in it', () => {
    takeFolder(folder).release();
    writeFileSync(join(folder, 'old.log'), 'old');
    takeFolder(folder);
    expect(readdirSync(folder).sort()).toEqual(['process-id', 'state']);
    for (const path of [folder, join(folder, 'state')]) expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('is refused, and left as it is, while another process uses it', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      takeFolder(folder);
      writeFileSync(lock, String(other.pid));
      writeFileSync(join(folder, 'aws-config'), 'held');
      expect(() => takeFolder(folder)).toThrow(
        `is in use by the rehearsal of process ${other.pid}\n  rule: one rehearsal at a time uses the folder\n  fix:  end it`,
      );
      expect(existsSync(join(folder, 'aws-config'))).toBe(true);
    } finally {
      other.kill('SIGKILL');
      await new Promise((resolve) => other.once('close', resolve));
    }
    expect(() => takeFolder(folder)).not.toThrow();
  });

  it('is free once it was released', () => {
    takeFolder(folder).release();
    expect(existsSync(lock)).toBe(false);
  });
});
