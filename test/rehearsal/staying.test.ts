import { partStaying } from '../../rehearsal/staying';
import { zoneOf } from '../support/zone';

describe('what is left after a teardown', () => {
  const zone = zoneOf({ controls: [] });
  const adopted = '222233334444';
  const detector = 'eu-central-1 guardduty-detector 9922f407';

  it('stays on in an adopted account where AWS leaves it to the account', () => {
    const left = [detector, `eu-central-1 macie-session ${adopted}`, 'eu-west-1 security-hub default'].map(
      (resource) => ({
        account: adopted,
        resource,
      }),
    );
    expect(partStaying(zone, left)).toEqual({ staying: left, leftovers: [] });
  });

  it('should have gone where it is of another kind, or in an account that the landing zone made or does not own', () => {
    const left = [
      { account: adopted, resource: 'eu-central-1 kms-key 1234' },
      { account: adopted, resource: 'eu-central-1 guardduty-detector-feature 9922f407' },
      { account: '111122223333', resource: detector },
      { account: '333344445555', resource: detector },
    ];
    expect(partStaying(zone, left)).toEqual({ staying: [], leftovers: left });
  });
});
