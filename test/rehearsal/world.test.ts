import { worldOf } from '../../rehearsal/world';
import { zoneOf } from '../support/zone';

describe('the world around a landing zone', () => {
  it('has no organization yet where the landing zone makes it', () => {
    expect(worldOf(zoneOf())).not.toHaveProperty('existing');
  });

  it('has the organization that the landing zone adopts, with those accounts and services that it takes over', () => {
    const zone = zoneOf({
      settings: { organization: { adopt: 'o-acme000000', trustedServices: ['sso.amazonaws.com'] } },
    });
    expect(worldOf(zone)?.existing).toEqual({
      organizationId: 'o-acme000000',
      accounts: [{ id: '222233334444', email: 'aws+acquired@example.com', name: 'acquired' }],
      trustedServices: ['sso.amazonaws.com'],
    });
  });
});
