import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyAccount } from '../../controls/where';
import { compileControls } from '../../policy/compile';
import { vocabularyProblems } from '../../policy/iam/vocabulary';
import { type ControlSpec, defineControl, judged } from '../../schema/forms/control';
import { zoneOf } from '../support/zone';

const page = readFileSync(join(__dirname, '../../docs/adding-a-control.md'), 'utf8');
const [, file = '', block = ''] = /`(controls\/\S+\.ts)`:\n\n```ts\n([\s\S]*?)```/.exec(page) ?? [];

/** The example of the page, as the file would export it. */
function exampleControl(): ControlSpec {
  const body = block.replace(/^import .*$/gm, '').replace('export default', 'return');
  return new Function('defineControl', 'judged', 'everyAccount', body)(defineControl, judged, everyAccount);
}

const zone = zoneOf({ controls: [{ file, value: exampleControl() }] });

describe('the page about adding a control', () => {
  it('has an example that names only what exists in AWS', async () => {
    expect(zone.controls.map(({ id }) => id)).toEqual(['data-secret-rotated']);
    expect(await vocabularyProblems(zone.controls)).toEqual([]);
  });

  it('says what each part becomes: policies, a rule, and a remediation with its role', () => {
    const { policies, packs, remediations } = compileControls(zone);
    expect(policies.map(({ type, targets }) => [type, targets.map(({ name }) => name)])).toEqual([
      ['SERVICE_CONTROL_POLICY', ['Root']],
      ['RESOURCE_CONTROL_POLICY', ['Root']],
    ]);
    for (const { content } of policies)
      expect(JSON.parse(content).Statement[0].Condition.ArnNotLike['aws:PrincipalArn']).toContain(zone.deployRole);
    expect(packs.map(({ region, rules }) => [region, rules.map(({ name }) => name)])).toEqual(
      zone.regions.map((region) => [region, ['data-secret-rotated']]),
    );
    expect(remediations.map(({ name }) => name)).toEqual(['acme-ai-data-secret-rotated']);
  });

  it('leaves out the policies and keeps the rule while the control only detects', () => {
    const reason = 'until the old pipelines are gone';
    expect(page).toContain(`mode: 'detect', reason: '${reason}'`);
    const rollout = zoneOf({
      controls: [{ file, value: exampleControl() }],
      settings: { controls: { 'data-secret-rotated': { mode: 'detect', reason } } },
    });
    const { policies, packs } = compileControls(rollout);
    expect([policies.length, packs.length]).toEqual([0, zone.regions.length]);
  });
});
