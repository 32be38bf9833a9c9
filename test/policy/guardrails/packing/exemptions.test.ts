import { exemptArns, exempting } from '../../../../policy/guardrails/packing/exemptions';
import { zoneOf } from '../../../support/zone';

const arn = (role: string): string => `arn:aws:iam::*:role/${role}`;

describe('the roles that an exemption stands for', () => {
  it('are those of the settings, in whichever account', () => {
    const zone = zoneOf({ settings: { deployRole: 'Terraform', roles: { breakGlass: ['Fire', 'Flood'] } } });
    expect(exemptArns(zone, ['deployRole', 'breakGlass'])).toEqual([arn('Terraform'), arn('Fire'), arn('Flood')]);
  });

  it('have the path that the settings give them, and no other', () => {
    const zone = zoneOf({ settings: { roles: { breakGlass: ['teams/security/Fire'] } } });
    expect(exemptArns(zone, ['breakGlass'])).toEqual([arn('teams/security/Fire')]);
  });

  it('are none where the settings name none', () => {
    const zone = zoneOf({ settings: { roles: { breakGlass: [] } } });
    expect(exemptArns(zone, ['breakGlass'])).toEqual([]);
  });
});

describe('a condition with an exemption', () => {
  it('holds for every principal but the roles', () => {
    expect(exempting(undefined, [arn('Fire')])).toEqual({ ArnNotLike: { 'aws:PrincipalArn': [arn('Fire')] } });
  });

  it('keeps all that it had', () => {
    const condition = { Bool: { 'aws:SecureTransport': 'false' }, ArnNotLike: { 'aws:SourceArn': arn('a') } };
    expect(exempting(condition, [arn('Fire')])).toEqual({
      Bool: { 'aws:SecureTransport': 'false' },
      ArnNotLike: { 'aws:SourceArn': arn('a'), 'aws:PrincipalArn': [arn('Fire')] },
    });
  });

  it('joins roles that the condition leaves out already, by whichever spelling of the key', () => {
    const condition = { ArnNotLike: { 'aws:principalarn': arn('Water') } };
    expect(exempting(condition, [arn('Fire')])).toEqual({
      ArnNotLike: { 'aws:principalarn': [arn('Water'), arn('Fire')] },
    });
  });

  it('is as it was where no role is exempt', () => {
    expect(exempting(undefined, [])).toBeUndefined();
  });
});
