import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDeployed } from '../support/deployed';

jest.setTimeout(60_000);

/** Stands for a channel that AWS gives its workspace only once. */
const channel = { input: 'channel' };
const bound = { ...channel, lifecycle: { replace_triggered_by: ['terraform_data.workspace'] } };

describeDeployed('what AWS gives a resource only once', (findTools) => {
  it('replaces the resource where it becomes another, and not where it is written for the first time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'landing-zone-given-once-'));
    const run = (...options: string[]): string =>
      spawnSync(findTools().engine.program, [...options, '-no-color'], { cwd: folder, encoding: 'utf8' }).stdout;
    const apply = (terraform_data: object): readonly string[] => {
      writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ resource: { terraform_data } }));
      const said = run('apply', '-auto-approve', '-input=false');
      return [...said.matchAll(/^terraform_data\.(\w+: (?:Destroying|Modifying|Creating))/gm)].map(
        ([, begun = '']) => begun,
      );
    };
    try {
      writeFileSync(join(folder, 'main.tf.json'), '{}');
      run('init', '-input=false');
      expect(apply({ channel })).toEqual(['channel: Creating']);
      expect(apply({ channel: bound, workspace: { input: 'T07EA123LEP' } })).toEqual(['workspace: Creating']);
      expect(apply({ channel: bound, workspace: { input: 'T07EZ1ABC99' } })).toEqual([
        'channel: Destroying',
        'workspace: Modifying',
        'channel: Creating',
      ]);
      expect(apply({ channel: bound, workspace: { input: 'T07EZ1ABC99' } })).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
