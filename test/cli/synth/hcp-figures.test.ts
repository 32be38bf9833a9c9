import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hcpFigures } from '../../../cli/synth/hcp-figures';
import { synthesizeLandingZone } from '../../../stacks';
import { smallZone } from '../../support/synth';

const outdir = mkdtempSync(join(tmpdir(), 'hcp-figures-'));
afterAll(() => rmSync(outdir, { recursive: true }));

describe('synth', () => {
  it('says how many workspaces there are, and what a plan of them costs of the API', () => {
    const backend = { type: 'hcp', organization: 'acme', project: 'governance', manage: {} } as const;
    synthesizeLandingZone(smallZone({ backend }), { outdir: join(outdir, 'managed') });
    // Seven stacks, and hcp itself; four requests for each, the settings of hcp and its project.
    expect(hcpFigures(join(outdir, 'managed'))).toEqual([
      expect.stringMatching(/^HCP Terraform: 9 workspaces by .* asks its API 36 times, in about 2 s/),
    ]);
  });

  it('says nothing of it where there is no stack hcp', () => {
    synthesizeLandingZone(smallZone(), { outdir: join(outdir, 'local') });
    expect(hcpFigures(join(outdir, 'local'))).toEqual([]);
  });
});
