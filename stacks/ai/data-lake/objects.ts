import { anybody, type Statement } from '../../../policy/iam/statement';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import { databasePrefix, lakeRolePattern } from '../../../schema/forms/ai/data-lake-view';
import type { LandingZone } from '../../../schema/landing-zone';
import { macieRole } from '../../parts/macie-reads';
import type { AiContext } from '../context';

/** The role that Lake Formation reads the folders of the lake with. */
export const locationRole = (zone: LandingZone): string => `${zone.name}-data-lake`;

/** Where the objects of a lake are, and what encrypts them. */
export interface LakeObjects extends Pick<AiContext, 'training' | 'key'> {
  readonly lake: DataLake;
}

/** What it takes to read the objects of the lake, and no others. */
export function readObjects({ lake, training, key }: LakeObjects, region: string): Statement[] {
  const { arn } = training;
  const prefixes = lake.databases.map(databasePrefix);
  return [
    {
      Sid: 'ReadObjects',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: prefixes.map((prefix) => `${arn}/${prefix}*`),
    },
    {
      Sid: 'ListFolders',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: arn,
      Condition: { StringLike: { 's3:prefix': prefixes.map((prefix) => `${prefix}*`) } },
    },
    {
      Sid: 'Decrypt',
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: key.arn,
      Condition: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
    },
  ];
}

export interface LakeBucketProps {
  readonly zone: LandingZone;
  readonly lake: DataLake | undefined;
  readonly bucketArn: string;
  /** Twelve digits or their token. */
  readonly accountId: string;
}

/**
 * What the policy of the training bucket denies, so that no IAM policy goes around Lake Formation: everybody but Lake Formation's own
 * role, direct readers, Macie and break glass reads no object of the lake.
 */
export function guardObjects({ zone, lake, bucketArn, accountId }: LakeBucketProps): Statement[] {
  if (!lake) return [];
  const direct = lake.directReaders.map((name) => lakeRolePattern(lake, name));
  const readers = [locationRole(zone), ...direct, ...zone.roles.breakGlass];
  return [
    {
      Sid: 'OnlyThroughLakeFormation',
      Effect: 'Deny',
      Principal: anybody,
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Resource: lake.databases.map((database) => `${bucketArn}/${databasePrefix(database)}*`),
      Condition: {
        ArnNotLike: {
          'aws:PrincipalArn': [
            ...readers.map((name) => `arn:aws:iam::${accountId}:role/${name}`),
            macieRole(accountId),
          ],
        },
      },
    },
  ];
}
