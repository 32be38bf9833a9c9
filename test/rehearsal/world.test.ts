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

  it('has the OUs that the landing zone adopts, below the root that their ids name', () => {
    const organizationalUnits = [
      { path: 'Workloads/MachineLearning', adopt: 'ou-ab12-22223333' },
      { path: 'Workloads', adopt: 'ou-ab12-11112222' },
      'Workloads/MachineLearning/Production',
      'Security',
      'Sandbox',
      'Suspended',
    ];
    const zone = zoneOf({ settings: { organization: { adopt: 'o-acme000000' }, organizationalUnits } });
    expect(worldOf(zone)?.existing).toMatchObject({
      rootId: 'r-ab12',
      units: [
        { id: 'ou-ab12-11112222', name: 'Workloads', parentId: undefined },
        { id: 'ou-ab12-22223333', name: 'MachineLearning', parentId: 'ou-ab12-11112222' },
      ],
    });
  });
});
