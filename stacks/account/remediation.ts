import type { Construct } from 'constructs';
import { bucketEncryptionRole } from '../../policy/seed-pack';
import type { LandingZone } from '../../schema/landing-zone';
import { ServiceRole } from '../parts/service-role';
import type { Places } from '../support/places';

/** The roles that remediations of the conformance packs assume: a pack cannot carry them. */
export function allowRemediation(scope: Construct, zone: LandingZone, here: Places): { readonly roleArn: string } {
  const role = new ServiceRole(scope, 'remediate-bucket-encryption', {
    place: here.home,
    name: bucketEncryptionRole(zone),
    description: 'Lets Systems Manager switch on the default encryption of a bucket',
    service: 'ssm.amazonaws.com',
    accountId: here.accountId,
    statements: [
      {
        Sid: 'EncryptBuckets',
        Effect: 'Allow',
        Action: ['s3:GetEncryptionConfiguration', 's3:PutEncryptionConfiguration'],
        Resource: 'arn:aws:s3:::*',
        Condition: { StringEquals: { 'aws:ResourceAccount': here.accountId } },
      },
    ],
  });
  return { roleArn: role.arn };
}
