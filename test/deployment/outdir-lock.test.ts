import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeOutdir } from '../../deployment/outdir-lock';

describe('an output folder', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'landing-zone-outdir-'));
  const file = join(outdir, 'runs', 'process-id');
  afterAll(() => rmSync(outdir, { recursive: true }));

  it('is kept for one process until that releases it', () => {
    const { release } = takeOutdir(outdir);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('is not taken while another process works there, which is named with what to do', () => {
    takeOutdir(outdir);
    writeFileSync(file, String(process.ppid));
    expect(() => takeOutdir(outdir)).toThrow(`is in use by process ${process.ppid}, which plans or deploys`);
    expect(() => takeOutdir(outdir)).toThrow(`delete ${file}`);
    expect(readFileSync(file, 'utf8')).toBe(String(process.ppid));
  });

  it('is taken where the process is gone that kept it, or left half a lock', () => {
    // More than Linux and macOS number processes to.
    for (const left of ['2147483646', '']) {
      writeFileSync(file, left);
      takeOutdir(outdir);
      expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    }
  });
});
