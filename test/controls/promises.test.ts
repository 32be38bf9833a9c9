import { exemptions } from '../../schema/forms/control';
import { writtenZone } from '../support/proofs';
import { zoneOf } from '../support/zone';

const controls = [writtenZone(), zoneOf()].flatMap((zone) => zone.controls);
const shipped = controls.filter(({ file }) => !file.startsWith('controls/own/'));
const preventive = shipped.filter(({ prevent }) => prevent);

describe('a control that prevents something', () => {
  it('says in words of its own what nobody gets through', () => {
    expect(preventive.length).toBeGreaterThan(200);
    expect(preventive.filter(({ promises }) => promises.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('says so of each kind of policy that it has', () => {
    const silent = preventive.flatMap(({ id, prevent, promises }) =>
      (['scp', 'rcp'] as const).flatMap((kind) =>
        (prevent?.[kind].length ?? 0) > 0 && !promises.some(({ by }) => by === kind) ? [`${id} by ${kind}`] : [],
      ),
    );
    expect(silent).toEqual([]);
  });

  it('promises nothing of a role that it does not exempt, for nothing would refute that', () => {
    const needless = preventive.flatMap(({ id, prevent, promises }) =>
      promises.flatMap(({ that, exempt }) =>
        exempt.filter((each) => !prevent?.exempt.includes(each)).map((each) => `${id}: ${that}: ${each}`),
      ),
    );
    expect(needless).toEqual([]);
    expect(new Set(preventive.flatMap(({ promises }) => promises.flatMap(({ exempt }) => exempt)))).toEqual(
      new Set(exemptions),
    );
  });

  it('has a promise that begins like a sentence, and a reason that is one', () => {
    const promises = preventive.flatMap((control) => control.promises);
    expect(promises.map(({ that }) => that).filter((that) => !/^[A-Z].*[^.]$/.test(that))).toEqual([]);
    const reasons = promises.flatMap(({ exception }) => exception ?? []);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => !/^[A-Z].{30,}\.$/.test(reason))).toEqual([]);
  });
});
