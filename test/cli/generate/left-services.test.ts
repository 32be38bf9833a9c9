import { controlSection } from '../../../cli/generate/catalog/control-section';
import { coverage, requirements } from '../../../cli/generate/catalog/coverage';
import { madeControl } from '../../support/made-control';
import { sampleAccounts, sampleSettings, zoneOf } from '../../support/zone';

const { services } = sampleSettings();
const detected = { managed: 'GUARDDUTY_ENABLED_CENTRALIZED' };
const zoneWith = (enabled: boolean, said = {}) =>
  zoneOf({
    settings: { services: { ...services, guardDuty: { enabled } }, controls: said },
    accounts: sampleAccounts().filter(({ role }) => role !== undefined),
    modelCards: [],
    controls: [
      madeControl({ id: 'denies', needs: 'guardDuty' }),
      madeControl({ id: 'denies-and-detects', needs: 'guardDuty', detect: detected }),
      madeControl({ id: 'needs-nothing' }),
    ],
  });
const modes = (zone: ReturnType<typeof zoneWith>) => zone.controls.map(({ id, mode }) => `${id} ${mode}`);

describe('a control that needs a service', () => {
  const left = zoneWith(false);

  it('denies nothing where the service is left to others, and still reports what it finds', () => {
    expect(modes(zoneWith(true))).toEqual(['denies on', 'denies-and-detects on', 'needs-nothing on']);
    expect(modes(left)).toEqual(['denies off', 'denies-and-detects detect', 'needs-nothing on']);
  });

  it('goes as far as a person says, whatever the service is', () => {
    const said = { 'denies-and-detects': { mode: 'off', reason: 'Others check it' } };
    expect(modes(zoneWith(false, said))).toContain('denies-and-detects off');
  });

  it('says so in the catalog, with the reason', () => {
    const [denies] = left.controls.map(controlSection);
    expect(denies).toContain('; switched off here: guardDuty is left to others.');
    const [, , said] = zoneWith(true, { 'needs-nothing': { mode: 'off', reason: 'Not yet' } }).controls;
    expect(said && controlSection(said)).toContain('; switched off here: Not yet.');
  });

  it('covers nothing while it is off, and is marked wherever coverage names it', () => {
    const rows = coverage(left)
      .split('\n')
      .filter((line) => line.includes('controls.md#denies'));
    expect(rows).toEqual([
      expect.stringMatching(/#denies\) \(off\)\s*\|[\s|]*$/),
      expect.stringMatching(/#denies-and-detects\) \(only detected\).*○/),
    ]);
    expect(requirements(left)).toContain(
      '[denies](controls.md#denies) (off), [denies-and-detects](controls.md#denies-and-detects) (only detected), [needs-nothing](controls.md#needs-nothing)',
    );
  });
});
