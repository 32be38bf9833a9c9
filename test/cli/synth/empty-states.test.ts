import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseEmptyStates } from '../../../cli/synth/empty-states';

const folder = mkdtempSync(join(tmpdir(), 'landing-zone-states-'));
const outdir = join(folder, 'cdktf.out');
const local = { backend: { type: 'local' as const } };
mkdirSync(join(folder, 'state'));
writeFileSync(join(folder, 'state/security.tfstate'), '{"version":4}');
afterAll(() => rmSync(folder, { recursive: true }));

describe('a local state', () => {
  it('is refused where it has no content, and the others are left alone', () => {
    expect(() => refuseEmptyStates(local, outdir)).not.toThrow();
    writeFileSync(join(folder, 'state/management.tfstate'), '');
    expect(() => refuseEmptyStates(local, outdir)).toThrow(
      /has 1 problem.*\n\nstate\/management\.tfstate: the file is "0 bytes"/,
    );
  });

  it('does not matter where state is kept elsewhere, or where nothing was deployed', () => {
    const hcp = { type: 'hcp' as const, organization: 'acme', hostname: 'app.terraform.io', workspacePrefix: 'acme' };
    expect(() => refuseEmptyStates({ backend: hcp }, outdir)).not.toThrow();
    expect(() => refuseEmptyStates(local, join(folder, 'elsewhere/cdktf.out'))).not.toThrow();
  });
});
