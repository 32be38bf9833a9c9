import { knownRegions, optInRegions } from '../../schema/facts/regions';

describe('the regions of the commercial partition', () => {
  it('stand in one of the two lists, once, by names that AWS would give', () => {
    const all = [...knownRegions, ...optInRegions];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((region) => !/^[a-z]{2}-[a-z]+-\d$/.test(region))).toEqual([]);
  });
});
