import { anybody, type Statement } from '../../policy/iam/statement';
import type { LandingZone } from '../../schema/landing-zone';

/** The ids that the policies of the log archive are about, as tokens or digits. */
export interface LogPolicyIds {
  readonly zone: LandingZone;
  readonly organizationId: string;
  readonly managementId: string;
  readonly securityId: string;
  readonly archiveId: string;
}

/** Who may write to one log bucket: statements for the bucket, given its ARN, and for the key that encrypts it. */
export interface LogPolicies {
  readonly bucket: (arn: string, keyArn: string) => readonly Statement[];
  readonly key: readonly Statement[];
}

/** Services still send the ACL, which hands the object to the bucket's owner. */
export const ownerControl = { 's3:x-amz-acl': 'bucket-owner-full-control' };

/** Nobody outside the organization touches a log, whatever else the policy says. */
export const perimeter = (arn: string, organizationId: string): Statement => ({
  Sid: 'OutsideOrganization',
  Effect: 'Deny',
  Principal: anybody,
  Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 's3:DeleteObject', 's3:DeleteObjectVersion'],
  Resource: [arn, `${arn}/*`],
  Condition: {
    StringNotEquals: { 'aws:PrincipalOrgID': organizationId },
    Bool: { 'aws:PrincipalIsAWSService': 'false' },
  },
});
