import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateOf } from '../../../cli/generate';
import { run } from '../../../cli/generate/run';
import { landingZone } from '../../../cli/main';
import { thisProject } from '../../../project/place';
import { madeControl } from '../../support/made-control';
import { runCli } from '../../support/run-cli';
import { zoneOf } from '../../support/zone';

const folder = mkdtempSync(join(tmpdir(), 'landing-zone-pages-'));
beforeEach(() => mkdirSync(join(folder, 'controls')));
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the pages', () => {
  const command = (controls = [madeControl({})]) => {
    const definition = generateOf(() => landingZone);
    const zone = zoneOf({ controls });
    const changed: typeof definition = {
      ...definition,
      run: (options, context) => run(options, context, landingZone, zone, folder, { ...thisProject, root: folder }),
    };
    return changed;
  };
  const page = () => readFileSync(join(folder, 'commands.md'), 'utf8');

  it('are written where they changed, and named', async () => {
    expect((await runCli(command(), [])).stderr).toMatch(/^Written: .+controls\.md, .+coverage\.md, .+commands\.md\n$/);
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

  it('keep the id of a control that is gone from them, for good', async () => {
    const retired = () => JSON.parse(readFileSync(join(folder, 'controls/retired.json'), 'utf8'));
    const [gone, stays] = [madeControl({ id: 'data-gone' }), madeControl({ id: 'data-stays' })];
    await runCli(command([gone, stays]), []);
    await runCli(command([stays]), []);
    expect(retired()).toEqual(['data-gone']);
    await runCli(command([stays]), []);
    expect(retired()).toEqual(['data-gone']);
  });

  it('are not written where a control names an action that AWS does not have', async () => {
    const wrong = madeControl({ prevent: { scp: [{ Action: 's3:CreateBukket' }] } });
    const { code, stderr } = await runCli(command([wrong]), []);
    expect(code).toBe(1);
    expect(stderr).toContain("did you mean 's3:CreateBucket'?");
    expect(() => page()).toThrow('ENOENT');
  });
});
