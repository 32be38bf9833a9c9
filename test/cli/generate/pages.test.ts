import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateOf } from '../../../cli/generate';
import { sampleZone } from '../../../cli/generate/catalog/sample-zone';
import { run } from '../../../cli/generate/run';
import { landingZone } from '../../../cli/main';
import { madeControl } from '../../support/made-control';
import { runCli } from '../../support/run-cli';
import { zoneOf } from '../../support/zone';

const folder = mkdtempSync(join(tmpdir(), 'landing-zone-pages-'));
const place = { root: folder, loaded: folder, extension: '.ts' } as const;
beforeEach(() => mkdirSync(join(folder, 'controls')));
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the pages', () => {
  const command = (controls = [madeControl({})]) => {
    const definition = generateOf(() => landingZone);
    const zones = {
      own: zoneOf({ controls: [...controls, madeControl({ id: 'own-control' })] }),
      shipped: sampleZone(controls),
    };
    const changed: typeof definition = {
      ...definition,
      run: (options, context) => run(options, context, landingZone, zones, place),
    };
    return changed;
  };
  const page = (path = 'docs/commands.md') => readFileSync(join(folder, path), 'utf8');

  it('are written where they changed, and named', async () => {
    expect((await runCli(command(), [])).stderr).toBe(
      'Written: docs/controls.md, docs/coverage.md, docs/commands.md, docs/changing-settings.md, docs/open-paths.md, catalog/controls.md, catalog/coverage.md\n',
    );
    expect(page()).toContain('## lineage show\n');
    const { code, stdout } = await runCli(command(), ['--json']);
    expect([code, JSON.parse(stdout)]).toEqual([0, { written: [] }]);
  });

  it('are said to be stale, with code 2, where they are only checked', async () => {
    const { code, stderr } = await runCli(command(), ['--check']);
    expect(code).toBe(2);
    expect(stderr).toContain('commands.md is stale\n  rule: it is generated\n  fix:  npm run generate\n');
    expect(() => page()).toThrow('ENOENT');
    await runCli(command(), []);
    expect((await runCli(command(), ['--check'])).code).toBe(0);
  });

  it("of docs/ are those of the release, whatever a person adds; those of catalog/ are the person's", async () => {
    await runCli(command(), []);
    expect(page('docs/controls.md')).not.toContain('own-control');
    expect(page('catalog/controls.md')).toContain('### own-control\n');
    expect(page('catalog/coverage.md')).toContain('(controls.md#own-control)');
  });

  it('of catalog/ are stale only where they are kept', async () => {
    await runCli(command(), []);
    rmSync(join(folder, 'catalog/controls.md'));
    expect((await runCli(command(), ['--check'])).code).toBe(0);
    writeFileSync(join(folder, 'catalog/controls.md'), '');
    expect((await runCli(command(), ['--check'])).stderr).toMatch(/^catalog\/controls\.md is stale/);
  });

  it('keep the id of a control that was on the page and is not any more', async () => {
    await runCli(command([madeControl({}), madeControl({ id: 'made-old' })]), []);
    expect(() => page('controls/retired.json')).toThrow('ENOENT');
    await runCli(command(), []);
    expect(JSON.parse(page('controls/retired.json'))).toEqual(['made-old']);
  });

  it('are not written where a control names an action that AWS does not have', async () => {
    const wrong = madeControl({ prevent: { scp: [{ Action: 's3:CreateBukket' }] } });
    const { code, stderr } = await runCli(command([wrong]), []);
    expect(code).toBe(1);
    expect(stderr).toContain("did you mean 's3:CreateBucket'?");
    expect(() => page()).toThrow('ENOENT');
  });
});
