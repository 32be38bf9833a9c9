import { smallZone } from '../../../rehearsal/changes/small-zone';
import { collide, write } from '../../../rehearsal/changes/written';

const at = (path: string, value: unknown) => ({ at: path, value });
const adds = (path: string, value: unknown) => ({ at: path, value, adds: true as const });

describe('writing into the files of a small landing zone', () => {
  it('sets a value, in members of lists and below what was left out', () => {
    const { settings } = write(smallZone, [
      at('settings.services.macie.jobs[0].samplingPercentage', 50),
      at('settings.logs.objectLock.days', 30),
    ]);
    expect(settings.services.macie?.jobs?.[0]).toMatchObject({ name: 'weekly', samplingPercentage: 50 });
    expect(settings.logs).toEqual({ objectLock: { days: 30 } });
  });

  it('takes a field away, and adds a member to a list', () => {
    const { settings } = write(smallZone, [at('settings.tags', undefined), adds('settings.regions', 'eu-west-1')]);
    expect(settings).not.toHaveProperty('tags');
    expect(settings.regions).toEqual(['eu-central-1', 'eu-west-1']);
  });

  it('leaves the files that it is given as they are', () => {
    write(smallZone, [at('settings.name', 'other')]);
    expect(smallZone.settings.name).toBe('small');
  });
});

describe('two writes', () => {
  it('collide at the same place, and where one is above the other', () => {
    expect(collide(at('settings.logs', 1), at('settings.logs', 2))).toBe(true);
    expect(collide(at('settings.logs.days', 1), at('settings.logs', 1))).toBe(true);
    expect(collide(adds('settings.regions', 1), at('settings.regions', 1))).toBe(true);
  });

  it('stand side by side elsewhere, where both say the same, and where a member joins a list', () => {
    expect(collide(at('settings.logs', 1), at('settings.logsOfOthers', 1))).toBe(false);
    expect(collide(at('settings.regions', ['a']), at('settings.regions', ['a']))).toBe(false);
    expect(collide(adds('settings.jobs', 1), at('settings.jobs[0].name', 1))).toBe(false);
    expect(collide(adds('settings.jobs', 1), adds('settings.jobs', 2))).toBe(false);
  });
});
