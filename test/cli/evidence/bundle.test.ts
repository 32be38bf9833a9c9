import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { Bundle } from '../../../cli/evidence/bundle';
import { readKey, sealWith } from '../../../cli/evidence/sign';

const dated = { landingZone: 'acme-ai', at: '2026-11-28T08:00:00.000Z', tool: 'ai-governance-landing-zone 0.2.0' };
const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A bundle of two files, and one of a reply that came twice. */
function made(): Bundle {
  const bundle = new Bundle();
  bundle.json('scope.json', { who: 'jane@example.com' });
  bundle.text('notes/read.txt', 'read me\n');
  for (const time of [1, 2]) expect(bundle.byContent('replies', { call: 'sts:Get' }).bytes).toBeGreaterThan(time);
  return bundle;
}
const key = generateKeyPairSync('ed25519').privateKey;
const shell = (command: string, at = folder) => spawnSync('sh', ['-c', command], { cwd: at, encoding: 'utf8' });

describe('a bundle', () => {
  const bundle = made();
  bundle.seal(dated, sealWith(key));
  bundle.write(folder);

  it('lists every other file with its hash, in a form that sha256sum checks', () => {
    const { status, stdout } = shell('sha256sum -c SHA256SUMS');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(4);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: { path: string }[] };
    expect(manifest.files.map(({ path }) => path)).toEqual([
      'notes/read.txt',
      expect.stringMatching(/^replies\/[0-9a-f]{64}\.json$/),
      'scope.json',
    ]);
  });

  it('is found changed where a byte of it is', () => {
    const copy = join(folder, 'scope.json');
    const before = readFileSync(copy, 'utf8');
    writeFileSync(copy, before.replace('who', 'how'));
    expect(shell('sha256sum -c SHA256SUMS').stdout).toContain('scope.json: FAILED');
    writeFileSync(copy, before);
  });

  it('has its people taken out, whoever puts a file into it', () => {
    expect(readFileSync(join(folder, 'scope.json'), 'utf8')).toContain('<person 1>');
  });

  it('is signed so that OpenSSL finds it good, and no other content', () => {
    const check = (file: string) =>
      shell(`openssl pkeyutl -verify -pubin -inkey SHA256SUMS.pem -rawin -in ${file} -sigfile SHA256SUMS.sig`);
    expect(check('SHA256SUMS')).toMatchObject({ status: 0, stdout: expect.stringContaining('Verified Successfully') });
    expect(check('manifest.json').status).not.toBe(0);
  });

  it('names a reply by its content, and holds it once', () => {
    const [, reply] = bundle.files.filter(({ path }) => path.startsWith('replies/') || path.startsWith('notes/'));
    expect(reply?.path).toBe(`replies/${reply?.sha256}.json`);
  });

  it('is one archive, the same bytes for the same content', () => {
    const again = made();
    again.seal(dated, sealWith(key));
    expect(Buffer.from(again.zip(dated.at)).equals(Buffer.from(bundle.zip(dated.at)))).toBe(true);
    expect(Object.keys(unzipSync(bundle.zip(dated.at)))).toContain('SHA256SUMS');
  });
});

describe('a key to sign with', () => {
  it('is refused with the reason where it is of another kind, or none', () => {
    const file = join(folder, 'other.pem');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(readKey(file)).toEqual({ problem: 'holds a key of type ec, not ed25519' });
    expect(readKey(join(folder, 'none.pem'))).toMatchObject({ problem: expect.stringContaining('ENOENT') });
  });
});
