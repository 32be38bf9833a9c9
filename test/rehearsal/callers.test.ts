import { callersIn, rehearsedIdentity } from '../../rehearsal/callers';
import { zoneOf } from '../support/zone';

const github = { repository: 'acme/landing-zone', environment: 'production' };
const aws = { environmentOf: (role: string) => ({ AWS_ACCESS_KEY_ID: role }) };

describe('whoever plans and applies in a rehearsal', () => {
  const callers = callersIn(zoneOf({ settings: { identity: { github } } }), aws);

  it('is the plan role and the apply role, where runs have an identity', () => {
    expect(callers('security', 'plan')).toEqual({ AWS_ACCESS_KEY_ID: 'acme-ai-plan' });
    for (const phase of ['deploy', 'upgrade', 'release', 'destroy'] as const)
      expect(callers('security', phase)).toEqual({ AWS_ACCESS_KEY_ID: 'acme-ai-apply' });
  });

  it('is an administrator for what makes these roles, and where nobody has any', () => {
    expect(callers('identity', 'deploy')).toEqual({});
    expect(callersIn(zoneOf(), aws)('security', 'plan')).toEqual({});
  });

  it('is nobody of HCP Terraform while the state is elsewhere', () => {
    const backend = { type: 'hcp', organization: 'acme', project: 'governance' } as const;
    const zone = zoneOf({ settings: { backend, identity: { hcp: {}, github } } });
    expect(rehearsedIdentity(zone, zone.backend)).toBe(zone.identity);
    expect(Object.keys(rehearsedIdentity(zone, { type: 'local' }) ?? {})).toEqual(['github']);
    const only = zoneOf({ settings: { backend, identity: { hcp: {} } } });
    expect(rehearsedIdentity(only, { type: 'local' })).toBeUndefined();
  });
});
