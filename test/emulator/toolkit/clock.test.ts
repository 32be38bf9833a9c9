import { Clock } from '../../../emulator/toolkit/clock';
import { fakeWorld } from '../../support/world';

describe('the clock', () => {
  it('stands until it is set, and tells one instant in both ways', () => {
    const clock = new Clock(new Date('2026-01-01T00:00:00Z'));
    expect(clock.iso()).toBe('2026-01-01T00:00:00.000Z');
    expect(clock.seconds()).toBe(1_767_225_600);
    clock.set(new Date('2026-03-01T12:00:00.900Z'));
    expect(clock.seconds()).toBe(1_772_366_400);
    expect(clock.now()).toEqual(new Date('2026-03-01T12:00:00.900Z'));
  });

  it('belongs to nobody who reads it', () => {
    const clock = new Clock(new Date('2026-01-01T00:00:00Z'));
    clock.now().setFullYear(1999);
    expect(clock.iso()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is what an account that joins later is dated by', async () => {
    const world = fakeWorld();
    await world.vend('first');
    world.clock.set(new Date('2026-02-01T00:00:00Z'));
    await world.vend('second');
    const { Accounts } = await world.organizations('ListAccounts');
    const joined = Accounts.map(({ JoinedTimestamp }: { JoinedTimestamp: number }) => JoinedTimestamp);
    expect(joined).toEqual([1_767_225_600, 1_767_225_600, 1_769_904_000]);
  });
});
