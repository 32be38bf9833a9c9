import { isOptIn, knownRegions, regionalPrincipal } from '../../schema/regions';

describe('the regions of the commercial partition', () => {
  it('stand in the list once, by names that AWS would give', () => {
    expect(new Set(knownRegions).size).toBe(knownRegions.length);
    expect(knownRegions.filter((region) => !/^[a-z]{2}-[a-z]+-\d$/.test(region))).toEqual([]);
  });

  it('carry the region in the service principal only where an account has to opt in', () => {
    expect(isOptIn('me-south-1')).toBe(true);
    expect(regionalPrincipal('guardduty', 'me-south-1')).toBe('guardduty.me-south-1.amazonaws.com');
    expect(isOptIn('eu-central-1')).toBe(false);
    expect(regionalPrincipal('guardduty', 'eu-central-1')).toBe('guardduty.amazonaws.com');
  });
});
