import type { LandingZone } from '../../schema/landing-zone';

/** The role that deploys, in every account. */
export const deployRoleArn = ({ deployRole }: LandingZone): string => `arn:aws:iam::*:role/${deployRole}`;

/** The condition of every statement that could lock the deploy role out. */
export const butDeployRole = (zone: LandingZone) => ({ ArnNotLike: { 'aws:PrincipalArn': deployRoleArn(zone) } });
