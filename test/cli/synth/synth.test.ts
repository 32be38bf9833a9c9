import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth } from '../../../cli/synth';
import { run } from '../../../cli/synth/run';
import { InvalidLandingZone } from '../../../schema/problems/problem';
import { runCli } from '../../support/run-cli';
import { smallZone } from '../../support/synth';
import { sampleSettings, zoneOf } from '../../support/zone';

const project = mkdtempSync(join(tmpdir(), 'landing-zone-synth-'));
const outdir = join(project, 'cdktf.out');
afterAll(() => rmSync(project, { recursive: true }));

const zone = zoneOf({ controls: [] });
const into = (folder: string, read = () => zone): typeof synth => ({
  ...synth,
  run: (options, context) => run(options, context, read, folder),
});

describe('the command synth', () => {
  it('says how many stacks it wrote where, beside the answer', async () => {
    const { code, stdout, stderr } = await runCli(into(outdir), []);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^\\d+ stacks in ${outdir}/stacks, \\d+ files changed\\n`));
    expect(existsSync(join(outdir, 'stacks/management/cdk.tf.json'))).toBe(true);
  });

  it('writes what did not change no more, and says which stack is none any more', async () => {
    mkdirSync(join(outdir, 'stacks/account-gone'), { recursive: true });
    writeFileSync(join(outdir, 'stacks/account-gone/cdk.tf.json'), '{}');
    const { stdout, stderr } = await runCli(into(outdir), ['--json']);
    expect(JSON.parse(stdout)).toMatchObject({ outdir, changed: [], gone: ['account-gone'] });
    expect(stderr).toContain(', 0 files changed\naccount-gone is no longer a stack:');
    expect(existsSync(join(outdir, 'stacks/account-gone'))).toBe(false);
  });

  it('says which job of Macie waits for its run to be named', async () => {
    const jobs = [{ name: 'baseline', schedule: 'once' as const, bucketTags: { 'data-domain': 'training' } }];
    const { services } = sampleSettings();
    const waiting = smallZone({ services: { ...services, macie: { jobs } } });
    const { stderr } = await runCli(
      into(join(project, 'waiting'), () => waiting),
      [],
    );
    expect(stderr).toContain("Macie job baseline waits: write schedule: { once: '2026-12-01' }");
  });

  it('says of an organization that was there before whom the policies of its root reach', async () => {
    const organization = { ...zone.organization, adopt: 'o-acme000000' };
    const folder = join(project, 'adopted');
    const { stderr } = await runCli(
      into(folder, () => ({ ...zone, organization })),
      [],
    );
    expect(stderr).toContain('every account in it, those without a file in accounts/ too');
    expect(stderr).toContain('acts in those that are directly in the root');
    expect((await runCli(into(folder), [])).stderr).not.toContain('is adopted');
  });

  it('says what another provider changes, once', async () => {
    const folder = join(project, 'upgraded');
    const with6 = { ...zone, awsProvider: '~> 6.25' };
    expect((await runCli(into(folder), [])).stderr).not.toContain('awsProvider');
    const { stderr } = await runCli(
      into(folder, () => with6),
      [],
    );
    expect(stderr).toContain(`awsProvider is '~> 6.25', where the stacks asked for '5.100.0' (docs/provider.md):`);
    expect(stderr).toContain('by their region argument');
    expect(stderr).toContain('no .terraform.lock.hcl is written');
    expect(existsSync(join(folder, 'stacks/management/.terraform.lock.hcl'))).toBe(false);
    expect(
      (
        await runCli(
          into(folder, () => with6),
          [],
        )
      ).stderr,
    ).not.toContain('awsProvider');
    expect((await runCli(into(folder), [])).stderr).toContain('a .terraform.lock.hcl with the checksums of 5.100.0');
  });

  it('replaces an output that somebody cut off', async () => {
    const folder = join(project, 'cut');
    mkdirSync(join(folder, 'stacks/management'), { recursive: true });
    writeFileSync(join(folder, 'stacks/management/cdk.tf.json'), '{"terraform":');
    expect((await runCli(into(folder), [])).code).toBe(0);
  });

  it('says every problem, ends with 1 and writes nothing where something is wrong', async () => {
    const problem = { file: 'accounts/a.ts', field: 'ou', value: 'X', rule: 'must be an OU', fix: 'write one' };
    const folder = join(project, 'other');
    const refused = into(folder, () => {
      throw new InvalidLandingZone([problem, { ...problem, field: 'owner' }]);
    });
    const { code, stdout, stderr } = await runCli(refused, []);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^The landing zone has 2 problems; nothing was written\.\n\naccounts\/a\.ts: ou is "X"/);
    expect(existsSync(folder)).toBe(false);
    expect(JSON.parse((await runCli(refused, ['--json'])).stdout).problems).toHaveLength(2);
  });

  it('writes nothing where AWS would refuse something of it, and names what to change', async () => {
    const folder = join(project, 'refused');
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key-${index}`, 'value']));
    const { code, stdout, stderr } = await runCli(
      into(folder, () => smallZone({ tags })),
      [],
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^The landing zone has 1 problem; nothing was written\.\n\naccounts\/landing-zone\.ts: tags is "51 tags"\n {2}rule: a resource has at most 50 tags \(/,
    );
    expect(existsSync(folder)).toBe(false);
  });
});
