import { calledByPlans, unreadable } from '../../rehearsal/plan-reads';
import { zoneOf } from '../support/zone';

const zone = zoneOf();
const home = { region: 'eu-central-1' };
const call = (service: string, operation: string, account: string, app?: string) => ({
  ...home,
  service,
  operation,
  account,
  ...(app && { app }),
});

describe('what plans call', () => {
  const management = '111122223333';

  it('is told apart by account, in the words of IAM, without what needs no permission and what an apply does', () => {
    expect(
      calledByPlans(zone, [
        call('organizations', 'DescribeOrganization', management, 'plan'),
        call('s3', 'HeadBucket', '222233334444', 'plan'),
        call('sts', 'GetCallerIdentity', '222233334444', 'plan'),
        call('sts', 'AssumeRole', management, 'plan'),
        call('iam', 'CreateRole', '222233334444', 'deploy'),
        call('iam', 'ListUsers', '222233334444'),
      ]),
    ).toEqual({ management: ['organizations:DescribeOrganization'], members: ['s3:ListBucket'] });
  });

  it('and no role by which runs plan may do is named, so that it comes into the list', () => {
    const unknown = [call('cloudtrail', 'StartLogging', '222233334444', 'plan')];
    expect(unreadable(zone, unknown)).toEqual(['members cloudtrail:StartLogging']);
    expect(unreadable(zone, [call('iam', 'GetRole', '222233334444', 'plan')])).toEqual([]);
  });
});
