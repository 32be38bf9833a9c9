import type { LandingZone } from '../../schema/landing-zone';
import type { Statement } from '../statement';
import { butDeployRole } from './deploy-role';

/** Accounts stay in the organization, and root users do nothing. The Null test keeps centrally granted root sessions (sts:AssumeRoot) working. */
export const organizationStatements: readonly Statement[] = [
  {
    Sid: 'LeaveOrganization',
    Effect: 'Deny',
    Action: 'organizations:LeaveOrganization',
    Resource: '*',
  },
  {
    Sid: 'RootUser',
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' }, Null: { 'aws:AssumedRoot': 'true' } },
  },
];

/** An account that leaves can do nothing. */
export const suspendedStatements = (zone: LandingZone): readonly Statement[] => [
  { Sid: 'Suspended', Effect: 'Deny', Action: '*', Resource: '*', Condition: butDeployRole(zone) },
];
