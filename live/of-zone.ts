import type { LandingZone } from '../schema/landing-zone';
import { LiveAws } from './live-aws';

/**
 * AWS as the credentials of the environment reach it, from the management account of a landing zone.
 *
 * @param role name of the role that is assumed in the other accounts
 */
export const liveAwsOf = ({ managementAccount, homeRegion, deployRole }: LandingZone, role = deployRole): LiveAws =>
  new LiveAws({ managementAccount: managementAccount.id ?? '', role, region: homeRegion });
